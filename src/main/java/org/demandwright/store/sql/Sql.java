package org.demandwright.store.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.demandwright.store.StoreException;
import org.postgresql.PGConnection;

/** Runs SQL on the store: parameters in, rows out, every failure a {@link StoreException}. */
@ApplicationScoped
public class Sql {
  private static final int IN_BLOCK = 500;

  /** Rows of one statement: more gain nothing, and few lengths let the database keep its plan. */
  private static final int INSERT_BLOCK = 50;

  /** H2 gives up a lock after two seconds, PostgreSQL waits. */
  private static final int MOST_WAITS = 60;

  @Resource(lookup = "java:app/jdbc/store")
  private DataSource store;

  Sql() {}

  /** Speaks to a database that no server manages. */
  public Sql(DataSource store) {
    this.store = store;
  }

  /** Makes a value of the row that the cursor stands on. */
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Runs one statement and returns how many rows it changed. */
  public int update(String sql, Object... parameters) {
    try (Connection c = open();
        PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, parameters);
      return s.executeUpdate();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Runs one statement that was put together and returns how many rows it changed. */
  public int update(Query statement) {
    return update(statement.text(), statement.parameters());
  }

  /** Runs one statement for each row of parameters, in one batch; returns how many each changed. */
  public int[] batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (Connection c = open();
        PreparedStatement s = c.prepareStatement(sql)) {
      return batch(s, rows);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private static int[] batch(PreparedStatement s, List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      bind(s, row);
      s.addBatch();
    }
    return s.executeBatch();
  }

  /**
   * Inserts many rows in the quickest way that the database has: COPY on PostgreSQL, statements of
   * many rows elsewhere.
   *
   * @param columns separated by commas, in the order of the values
   */
  public void insertAll(String table, String columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection c = open()) {
      if (c.isWrapperFor(PGConnection.class)) {
        byte[] text = CopyText.of(rows);
        c.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy %s (%s) from stdin".formatted(table, columns),
                new ByteArrayInputStream(text));
      } else {
        insertBlocks(c, "insert into %s (%s) values ".formatted(table, columns), rows);
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("rows in memory", e);
    }
  }

  /**
   * Inserts rows whose key is new. Where a row with the same key stands already, or another
   * transaction commits one meanwhile, that one stays.
   *
   * @param columns separated by commas, in the order of the values
   */
  public void insertNew(String table, String columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String insert =
        "insert into %s (%s) values %s".formatted(table, columns, marks(rows.get(0).length));
    try (Connection c = open()) {
      boolean postgres = c.isWrapperFor(PGConnection.class);
      try (PreparedStatement s =
          c.prepareStatement(postgres ? insert + " on conflict do nothing" : insert)) {
        if (postgres) {
          batch(s, rows);
        } else {
          insertThoseNotThere(s, rows);
        }
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** H2 undoes the one statement that fails; PostgreSQL would undo the whole transaction. */
  private static void insertThoseNotThere(PreparedStatement s, List<Object[]> rows)
      throws SQLException {
    for (Object[] row : rows) {
      bind(s, row);
      try {
        s.executeUpdate();
      } catch (SQLException e) {
        if (!StoreException.of(e).isDuplicateKey()) {
          throw e;
        }
      }
    }
  }

  private static void insertBlocks(Connection c, String insert, List<Object[]> rows)
      throws SQLException {
    String marks = marks(rows.get(0).length);
    int whole = rows.size() - rows.size() % INSERT_BLOCK;
    if (whole > 0) {
      String block = insert + (marks + ", ").repeat(INSERT_BLOCK - 1) + marks;
      try (PreparedStatement s = c.prepareStatement(block)) {
        for (int from = 0; from < whole; from += INSERT_BLOCK) {
          int next = 0;
          for (Object[] row : rows.subList(from, from + INSERT_BLOCK)) {
            bind(s, next, row);
            next += row.length;
          }
          s.executeUpdate();
        }
      }
    }
    if (whole < rows.size()) {
      try (PreparedStatement s = c.prepareStatement(insert + marks)) {
        batch(s, rows.subList(whole, rows.size()));
      }
    }
  }

  /**
   * Does something within the caller's transaction; where a row with the same key stands already,
   * all of it is undone and the transaction goes on.
   *
   * @return whether it was done
   */
  public boolean attempt(Runnable statements) {
    update("savepoint attempt");
    try {
      statements.run();
    } catch (StoreException e) {
      if (!e.isDuplicateKey()) {
        throw e;
      }
      update("rollback to savepoint attempt");
      return false;
    }
    update("release savepoint attempt");
    return true;
  }

  /**
   * Makes other transactions that lock the same row wait until the caller's ends. One that waits
   * sees afterwards what this one committed.
   *
   * @param query of one row, without what locks it
   */
  public void lock(String query, Object... parameters) {
    for (int wait = 1; ; wait++) {
      try {
        list(row -> row.getObject(1), query + " for update", parameters);
        return;
      } catch (StoreException e) {
        if (!e.isLockTimeout() || wait == MOST_WAITS) {
          throw e;
        }
      }
    }
  }

  /** Runs one statement for many identities, in blocks; {@code (#)} stands for them. */
  public void updateIn(String sql, List<?> ids) {
    for (List<?> some : blocks(ids)) {
      List<Object> block = padded(some);
      update(sql.replace("(#)", marks(block.size())), block.toArray());
    }
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(RowMapper<T> mapper, String sql, Object... parameters) {
    List<T> all = new ArrayList<>();
    each(mapper, all::add, sql, parameters);
    return all;
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(RowMapper<T> mapper, Query query) {
    return list(mapper, query.text(), query.parameters());
  }

  /** Hands every row of a query to the consumer. */
  public <T> void each(RowMapper<T> mapper, Consumer<T> consumer, Query query) {
    each(mapper, consumer, query.text(), query.parameters());
  }

  /** Hands every row of a query to the consumer. */
  public <T> void each(
      RowMapper<T> mapper, Consumer<T> consumer, String sql, Object... parameters) {
    try (Connection c = open();
        PreparedStatement s = c.prepareStatement(sql)) {
      s.setFetchSize(1000);
      bind(s, parameters);
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          consumer.accept(mapper.map(rows));
        }
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Returns all rows of a query that names many identities.
   *
   * @param sql has {@code (#)} where the identities belong, after all other parameters
   * @param ids asked for in blocks; the order of the rows is that of the blocks
   */
  public <T> List<T> listIn(
      RowMapper<T> mapper, String sql, Collection<?> ids, Object... parameters) {
    List<T> all = new ArrayList<>();
    for (List<?> block : blocks(ids)) {
      all.addAll(inBlock(mapper, sql, block, parameters));
    }
    return all;
  }

  /**
   * Returns all rows of a query that names many identities and is served by an index in which they
   * are not the first column: of a list of series of a version, H2 would read the whole version.
   *
   * @param sql in which {@code (#) n (id)} is the table of the identities, that comes before all
   *     that is joined to it and before all other parameters
   * @param ids numbers or texts, asked for in blocks; the order of the rows is that of the blocks
   */
  public <T> List<T> listOf(
      RowMapper<T> mapper, String sql, Collection<?> ids, Object... parameters) {
    List<T> all = new ArrayList<>();
    for (List<?> block : blocks(ids)) {
      boolean texts = block.get(0) instanceof String;
      List<Object> values = new ArrayList<>();
      values.add(block.toArray(texts ? new String[0] : new Long[0]));
      values.addAll(Arrays.asList(parameters));
      String table = "unnest(cast(? as %s array))".formatted(texts ? "varchar" : "bigint");
      all.addAll(list(mapper, sql.replace("(#)", table), values.toArray()));
    }
    return all;
  }

  /**
   * Returns the blocks in which many identities are asked for. A query that is limited or ordered
   * is so within each.
   */
  public static <T> List<List<T>> blocks(Collection<T> ids) {
    List<T> all = new ArrayList<>(ids);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + IN_BLOCK)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + IN_BLOCK)))
        .toList();
  }

  private <T> List<T> inBlock(RowMapper<T> mapper, String sql, List<?> ids, Object[] first) {
    List<Object> padded = padded(ids);
    List<Object> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(padded);
    return list(mapper, sql.replace("(#)", marks(padded.size())), all.toArray());
  }

  /** Few lengths, so that the database sees few statements: the last identity is repeated. */
  static List<Object> padded(List<?> ids) {
    int length = ids.size() == 1 ? 1 : ids.size() <= IN_BLOCK / 10 ? IN_BLOCK / 10 : IN_BLOCK;
    List<Object> all = new ArrayList<>(ids);
    all.addAll(Collections.nCopies(length - ids.size(), ids.get(ids.size() - 1)));
    return all;
  }

  static String marks(int length) {
    return "(" + "?, ".repeat(length - 1) + "?)";
  }

  /** Returns the first row of a query, empty where there is none. */
  public <T> Optional<T> first(RowMapper<T> mapper, String sql, Object... parameters) {
    List<T> rows = list(mapper, sql, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /** Returns the number that a query of one row and column gives. */
  public long number(String sql, Object... parameters) {
    return first(row -> row.getLong(1), sql, parameters).orElse(0L);
  }

  /**
   * Returns the next number of a sequence. It is given once: to nobody else at the same time, and
   * not again when the row that bore it is gone or its transaction undone.
   */
  public long next(String sequence) {
    return number("select nextval('" + sequence + "')");
  }

  /** Returns the next numbers of a sequence, ascending; others may draw some in between. */
  public List<Long> next(String sequence, int count) {
    if (count == 0) {
      return List.of();
    }
    List<Long> numbers =
        list(
            row -> row.getLong(1),
            "select nextval('" + sequence + "') from generate_series(1, ?)",
            count);
    Collections.sort(numbers);
    return numbers;
  }

  private static void bind(PreparedStatement s, Object[] parameters) throws SQLException {
    bind(s, 0, parameters);
  }

  private static void bind(PreparedStatement s, int before, Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      s.setObject(before + i + 1, stored(value));
    }
  }

  /** Instants are stored in UTC, enums by their names. */
  private static Object stored(Object value) {
    if (value instanceof Instant instant) {
      return utc(instant);
    }
    return value instanceof Enum<?> word ? word.name() : value;
  }

  private Connection open() {
    try {
      return store.getConnection();
    } catch (SQLException e) {
      throw StoreException.unreachable(e);
    }
  }

  public static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Returns the time stamp of a column, which is in UTC; empty where it is null. */
  public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
        .map(t -> t.toInstant(ZoneOffset.UTC));
  }
}
