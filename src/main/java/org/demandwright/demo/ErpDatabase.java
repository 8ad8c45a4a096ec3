package org.demandwright.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.erp.SqlScript;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileLoad;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LoadTerms;

/**
 * The embedded ERP database of the demo: generated, or loaded from a file of order lines. It is
 * loaded under another name and renamed when it is whole, so that an interrupted load starts over.
 * Demandwright's user may read the canonical views and nothing else.
 */
final class ErpDatabase {
  /** The user that the server logs in with. */
  static final String READER = "DEMANDWRIGHT";

  static final String OWNER = "ERP_OWNER";
  private static final String GENERATED = "generated";
  private static final String LOADING = "erp-loading";
  private static final int DATABASE_IN_USE = 90020;

  private final DataFolder folder;
  private final DemoSize size;
  private final PrintStream out;

  ErpDatabase(DataFolder folder, DemoSize size, PrintStream out) {
    this.folder = folder;
    this.size = size;
    this.out = out;
  }

  /** Where the data came from; the fingerprint is that of the file, or the size and seed. */
  private record Source(String name, String fingerprint) {}

  /**
   * Loads the database unless it is there already, and returns the files in it, the newest first;
   * none for a generated ERP.
   *
   * @param sales a file of order lines; empty = what is there, or a generated ERP
   */
  List<FileLoad> prepare(Optional<Path> sales) {
    if (!Files.exists(database("erp"))) {
      load(sales);
    }
    try (Connection connection = connect("erp")) {
      Source there = source(connection);
      requireSame(there, sales);
      if (there.name().equals(GENERATED)) {
        return List.of();
      }
      return FileIntake.find().loads(connection);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  String readerPassword() {
    return folder.secret("erp.reader");
  }

  private void load(Optional<Path> sales) {
    String what = sales.map(Path::toString).orElse("a generated ERP");
    out.println("Loading " + what + " …");
    long begin = System.nanoTime();
    try {
      Files.deleteIfExists(database(LOADING));
      try (Connection connection = connect(LOADING)) {
        if (sales.isPresent()) {
          FileIntake.find().load(connection, FileRequest.orderLines(sales.get()), terms());
        } else {
          new DemoErp(size).load(connection);
        }
        grant(connection, sales.isEmpty());
        remember(connection, sales);
        connection.commit();
      }
      Files.move(database(LOADING), database("erp"), StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw unusable(e);
    } catch (IOException e) {
      throw new DemoFailure(
          folder.root() + " cannot be written (" + e + "); check its rights and the disk", e);
    }
    out.printf("Loaded in %.1f s%n", (System.nanoTime() - begin) / 1e9);
  }

  private static LoadTerms terms() {
    return new LoadTerms(
        "demo", LocalDateTime.now(ZoneOffset.UTC), OptionalLong.empty(), Optional.empty());
  }

  /** A file tells nothing of what came with contract 3. */
  private void grant(Connection connection, boolean generated) throws SQLException {
    SqlScript.of("sql/erp/grants.sql").run(connection);
    if (generated) {
      SqlScript.of("sql/erp/grants-since-3.sql").run(connection);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create user " + READER + " password '" + readerPassword() + "'");
      statement.execute("grant demandwright_reader to " + READER);
    }
  }

  private void remember(Connection connection, Optional<Path> sales) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table demo_source (source varchar(400) not null, fingerprint varchar(400))");
    }
    Source source = wanted(sales);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into demo_source values (?, ?)")) {
      insert.setString(1, source.name());
      insert.setString(2, source.fingerprint());
      insert.executeUpdate();
    }
  }

  private Source wanted(Optional<Path> sales) {
    return sales
        .map(f -> new Source(f.getFileName().toString(), FileIntake.find().fingerprint(f)))
        .orElseGet(() -> new Source(GENERATED, size.toString()));
  }

  private static Source source(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select source, fingerprint from demo_source")) {
      row.next();
      return new Source(row.getString(1), row.getString(2));
    }
  }

  private void requireSame(Source there, Optional<Path> sales) {
    if (sales.isEmpty() && !size.planted()) {
      out.println("The ERP in " + folder.root() + " is " + there.name());
      return;
    }
    if (!there.fingerprint().equals(wanted(sales).fingerprint())) {
      throw new DemoFailure(
          folder.root()
              + " holds the orders of another source ("
              + there.name()
              + "); give a folder of its own by -Ddata.dir=, or remove this one to begin anew");
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(folder.url(database), OWNER, folder.secret("erp.owner"));
  }

  private Path database(String name) {
    return folder.file(name + ".mv.db");
  }

  private DemoFailure unusable(SQLException e) {
    return e.getErrorCode() == DATABASE_IN_USE
        ? new DemoFailure(
            folder.root() + " is in use; stop the Demandwright that runs on it, then start anew", e)
        : new DemoFailure(
            "The ERP database in "
                + folder.root()
                + " cannot be used ("
                + e.getMessage()
                + "); check the disk, or remove erp.mv.db there to load it anew",
            e);
  }
}
