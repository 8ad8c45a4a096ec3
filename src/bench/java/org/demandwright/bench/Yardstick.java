package org.demandwright.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;
import org.postgresql.PGConnection;

/**
 * What the databases themselves need for the lines of an import: reading the view by one JDBC
 * query, and COPY of the same rows into a table with the same indexes.
 */
record Yardstick(double readSeconds, double copySeconds) {
  private static final int FETCH = 4_000;

  /** Measures both; the store holds the lines already. */
  static Yardstick of(TestErp erp, TestDatabase store) throws SQLException, IOException {
    return new Yardstick(read(erp), copy(store));
  }

  double seconds() {
    return readSeconds + copySeconds;
  }

  private static double read(TestErp erp) throws SQLException {
    try (Connection connection = erp.reader().open()) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      new JdbcLines(connection).stream(FETCH);
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static double copy(TestDatabase store) throws SQLException, IOException {
    Path rows = Files.createTempFile(Path.of("target"), "lines", ".copy");
    try (Connection connection = store.open();
        Statement statement = connection.createStatement()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      try (OutputStream file = Files.newOutputStream(rows)) {
        copy.copyOut("copy sales_line to stdout", file);
      }
      statement.execute("create table yardstick (like sales_line including all)");
      long begin = System.nanoTime();
      try (InputStream file = Files.newInputStream(rows)) {
        copy.copyIn("copy yardstick from stdin", file);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      statement.execute("drop table yardstick");
      return seconds;
    } finally {
      Files.delete(rows);
    }
  }
}
