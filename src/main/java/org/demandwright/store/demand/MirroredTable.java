package org.demandwright.store.demand;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demandwright.store.sql.Sql;

/**
 * A table that holds what was last read of a view. Only differences are written: most master data
 * are the same as yesterday.
 *
 * @param name the table
 * @param columns name and type of each column, the key first
 * @param keys how many columns make the key
 */
record MirroredTable(String name, List<Column> columns, int keys) {
  /** A column and the type of its values. */
  public record Column(String name, Class<?> type) {}

  MirroredTable {
    columns = List.copyOf(columns);
  }

  static Column text(String name) {
    return new Column(name, String.class);
  }

  static Column number(String name) {
    return new Column(name, BigDecimal.class);
  }

  static Column integer(String name) {
    return new Column(name, Integer.class);
  }

  static Column day(String name) {
    return new Column(name, LocalDate.class);
  }

  /** What a row was and is; null = it was not or is not there. */
  record Difference(List<Object> before, List<Object> after) {}

  /**
   * Makes the table hold exactly these rows.
   *
   * @param rows values in the order of the columns, no two with one key
   * @return the rows that were not there, are not there any more, or say something else
   */
  List<Difference> replace(Sql sql, List<Object[]> rows) {
    Map<List<Object>, List<Object>> old = new HashMap<>();
    sql.each(this::row, row -> old.put(key(row), row), "select " + names() + " from " + name);
    List<Difference> differences = new ArrayList<>();
    for (Object[] values : rows) {
      List<Object> now = Arrays.asList(values);
      List<Object> before = old.remove(key(now));
      if (!Objects.equals(before, now)) {
        differences.add(new Difference(before, now));
      }
    }
    old.values().forEach(gone -> differences.add(new Difference(gone, null)));
    write(sql, differences);
    return differences;
  }

  private void write(Sql sql, List<Difference> differences) {
    sql.batch(
        "delete from " + name + " where " + keyCondition(),
        differences.stream()
            .filter(d -> d.before() != null)
            .map(d -> key(d.before()).toArray())
            .toList());
    sql.batch(
        "insert into "
            + name
            + " ("
            + names()
            + ") values ("
            + "?, ".repeat(columns.size() - 1)
            + "?)",
        differences.stream().filter(d -> d.after() != null).map(d -> d.after().toArray()).toList());
  }

  private List<Object> key(List<Object> row) {
    return row.subList(0, keys);
  }

  private String names() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  private String keyCondition() {
    return String.join(
        " and ", columns.subList(0, keys).stream().map(c -> c.name() + " = ?").toList());
  }

  private List<Object> row(ResultSet row) throws SQLException {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = row.getObject(i + 1, columns.get(i).type());
      values[i] = value instanceof String text ? text.stripTrailing() : value;
    }
    return Arrays.asList(values);
  }
}
