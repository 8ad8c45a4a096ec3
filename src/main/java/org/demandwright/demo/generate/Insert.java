package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows of one table, sent in batches. */
final class Insert implements AutoCloseable {
  private static final int BATCH = 2_000;

  private final PreparedStatement statement;
  private int waiting;

  Insert(Connection connection, String table, int columns) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(columns, "?"));
    statement = connection.prepareStatement("insert into " + table + " values (" + marks + ")");
  }

  /** Adds one row with its columns in the order of the table. */
  void row(Object... columns) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      statement.setObject(i + 1, columns[i]);
    }
    statement.addBatch();
    waiting++;
    if (waiting == BATCH) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    flush();
    statement.close();
  }
}
