package org.demandwright.store.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Counts statements, rows that are read and rows that are written. All run on one connection and
 * within one transaction until it is committed, as those of a chunk do in a server.
 */
public final class CountedSql extends Sql implements AutoCloseable {
  private final Connection connection;
  private long statements;
  private long read;
  private long written;

  private CountedSql(Connection connection, DataSource shared) {
    super(shared);
    this.connection = connection;
  }

  /** What was counted so far. */
  public record Counts(long statements, long read, long written) {
    /** Returns what was counted since. */
    public Counts since(Counts before) {
      return new Counts(
          statements - before.statements, read - before.read, written - before.written);
    }
  }

  /** Opens a database. */
  public static CountedSql open(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                CountedSql.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null; // the next statement needs it
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    DataSource shared =
        (DataSource)
            Proxy.newProxyInstance(
                CountedSql.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    return new CountedSql(connection, shared);
  }

  /** Returns what was counted so far. */
  public Counts counts() {
    return new Counts(statements, read, written);
  }

  /** Ends the transaction of a chunk. */
  public void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public int update(String sql, Object... parameters) {
    statements++;
    int changed = super.update(sql, parameters);
    written += changed;
    return changed;
  }

  @Override
  public int[] batch(String sql, List<Object[]> rows) {
    statements += rows.size();
    int[] changed = super.batch(sql, rows);
    for (int of : changed) {
      written += Math.max(0, of);
    }
    return changed;
  }

  @Override
  public void insertAll(String table, String columns, List<Object[]> rows) {
    statements++;
    written += rows.size();
    super.insertAll(table, columns, rows);
  }

  @Override
  public <T> void each(
      RowMapper<T> mapper, Consumer<T> consumer, String sql, Object... parameters) {
    statements++;
    super.each(
        row -> {
          read++;
          return mapper.map(row);
        },
        consumer,
        sql,
        parameters);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
