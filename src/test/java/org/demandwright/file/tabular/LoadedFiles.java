package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.LoadTerms;

/** A database in memory that files of order lines are loaded into. */
final class LoadedFiles implements AutoCloseable {
  private static final FileIntake INTAKE = FileIntake.find();

  private final Path folder;
  private final Connection connection;

  LoadedFiles(Path folder) throws SQLException {
    this.folder = folder;
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
  }

  Connection connection() {
    return connection;
  }

  FileRequest request(String text) {
    return request(text, FormatWishes.none());
  }

  FileRequest request(String text, FormatWishes wishes) {
    try {
      Path file = Files.writeString(Files.createTempFile(folder, "sales", ".csv"), text);
      return new FileRequest(
          file, "sales.csv", FileKind.ORDER_LINES, wishes, Map.<String, FileColumn>of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileAccount load(String text) throws SQLException {
    return load(request(text), OptionalLong.empty());
  }

  FileAccount replace(long load, String text) throws SQLException {
    return load(request(text), OptionalLong.of(load));
  }

  FileAccount load(FileRequest request, OptionalLong replaces) throws SQLException {
    return INTAKE.load(connection, request, terms(replaces));
  }

  static LoadTerms terms(OptionalLong replaces) {
    return new LoadTerms("anna", LocalDateTime.of(2024, 9, 1, 8, 0), replaces, Optional.empty());
  }

  /** Tries a file as if nothing had been loaded before. */
  FileCheck check(FileRequest request) {
    return INTAKE.check(request, folder.resolve("bad.csv"));
  }

  FileCheck check(String text) {
    return check(request(text));
  }

  void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the rows of a query, the fields of each parted by bars. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          fields.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", fields));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
