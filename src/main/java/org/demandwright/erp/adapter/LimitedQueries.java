package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.erp.DatabaseFailure;

/**
 * Runs queries that may be slow on a database that others work with: each has a time limit and all
 * of them together have one.
 */
public final class LimitedQueries {
  private final Connection connection;
  private final int seconds;
  private final long end;

  /** The time for all queries together is used up: this one was not begun. */
  static final class NoTimeLeft extends SQLTimeoutException {
    private static final long serialVersionUID = 1L;

    NoTimeLeft() {
      super("not begun, because the time for all queries together was used up");
    }
  }

  /** Makes a value of the row that the cursor stands on. */
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /**
   * @param each limit of one query, whole seconds
   * @param all limit of all queries together, from now on
   */
  public LimitedQueries(Connection connection, Duration each, Duration all) {
    this.connection = connection;
    this.seconds = Math.toIntExact(Math.max(1, each.toSeconds()));
    this.end = System.nanoTime() + all.toNanos();
  }

  Connection connection() {
    return connection;
  }

  /** Returns at most so many rows. */
  <T> List<T> list(String sql, int most, RowMapper<T> mapper) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return limited(statement, most, () -> statement.executeQuery(sql), mapper);
    }
  }

  /** Returns at most so many rows, with a value for each question mark. */
  <T> List<T> list(String sql, int most, RowMapper<T> mapper, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return limited(statement, most, statement::executeQuery, mapper);
    }
  }

  /** Returns queries that together may take no longer than one of these, to the second. */
  LimitedQueries asOne() {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    // One second more, since what is left of a second does not count.
    Duration one = Duration.ofSeconds(seconds + 1L);
    return new LimitedQueries(
        connection, Duration.ofSeconds(seconds), left.compareTo(one) < 0 ? left : one);
  }

  /** One execution of a statement. */
  private interface Execution {
    ResultSet run() throws SQLException;
  }

  /** In H2 the limit is one of the connection, which goes back to its pool: it is taken off. */
  private <T> List<T> limited(
      Statement statement, int most, Execution execution, RowMapper<T> mapper) throws SQLException {
    statement.setQueryTimeout(secondsLeft());
    statement.setMaxRows(most);
    try (ResultSet rows = execution.run()) {
      return all(rows, mapper);
    } finally {
      statement.setQueryTimeout(0);
    }
  }

  private static <T> List<T> all(ResultSet rows, RowMapper<T> mapper) throws SQLException {
    List<T> all = new ArrayList<>();
    while (rows.next()) {
      all.add(mapper.map(rows));
    }
    return all;
  }

  private int secondsLeft() throws SQLTimeoutException {
    long left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
    if (left < 1) {
      throw new NoTimeLeft();
    }
    return (int) Math.min(seconds, left);
  }

  /** Returns whether a query was stopped because of the time it took. */
  static boolean tooSlow(SQLException e) {
    return DatabaseFailure.tooSlow(e);
  }

  /** Returns what went wrong in one sentence; a query that was too slow says what to do. */
  String words(SQLException e) {
    if (e instanceof NoTimeLeft) {
      return e.getMessage();
    }
    if (tooSlow(e)) {
      return "not finished within "
          + seconds
          + " s and stopped: look at its plan with the ERP's own tools (an index is missing on what"
          + " the view joins or pages by), or raise dw.erp.check.seconds";
    }
    return DatabaseFailure.words(e);
  }
}
