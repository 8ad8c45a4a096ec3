package org.demandwright.erp.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import org.demandwright.server.TestDatabase;
import org.postgresql.PGConnection;

/**
 * A text that {@code pg_dump} or {@code mariadb-dump} wrote, gzipped: statements that end with a
 * semicolon at the end of a line, and, of the former, rows after {@code COPY … FROM stdin;} up to a
 * line {@code \.}.
 */
record PostgresDump(Path file) {

  /** Returns the dump of an ERP, which need not be there: it is not part of the project. */
  static PostgresDump of(String name) {
    return new PostgresDump(Path.of("../shared/data/erp", name + ".sql.gz"));
  }

  boolean isThere() {
    return Files.isReadable(file);
  }

  /** Loads it into an empty database. */
  void load(TestDatabase database) throws SQLException, IOException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        BufferedReader lines = reader()) {
      StringBuilder sql = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("COPY ")) {
          copy(connection, line, lines);
        } else if (!line.startsWith("--") && !line.startsWith("\\")) {
          sql.append(line).append('\n');
        }
        if (line.endsWith(";") && !sql.toString().isBlank()) {
          statement.execute(sql.toString());
          sql.setLength(0);
        }
      }
    }
  }

  private static void copy(Connection connection, String copy, BufferedReader lines)
      throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (String row = lines.readLine(); !row.equals("\\."); row = lines.readLine()) {
      rows.append(row).append('\n');
    }
    String from = copy.substring(0, copy.length() - 1);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(from, new StringReader(rows.toString()));
  }

  private BufferedReader reader() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
