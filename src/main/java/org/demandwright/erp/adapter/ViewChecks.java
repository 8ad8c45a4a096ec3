package org.demandwright.erp.adapter;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.CanonicalViews.Column;
import org.demandwright.erp.adapter.ErpReport.View;

/**
 * Holds the views against the contract: there, every column, the right types, nothing null. What
 * came with a contract later than theirs they may lack; what is there of it must be right.
 */
final class ViewChecks {
  private final LimitedQueries queries;
  private final Dialect dialect;
  private final Unfinished unfinished;
  private final int contract;

  /**
   * @param unfinished takes the views that could not be counted in time
   * @param contract that the views say they fulfil
   */
  ViewChecks(LimitedQueries queries, Unfinished unfinished, int contract) throws SQLException {
    this.queries = queries;
    this.unfinished = unfinished;
    this.contract = contract;
    this.dialect = Dialect.of(queries.connection());
  }

  /** One that an ERP need not have is left out where it is not there. */
  List<View> all() {
    return CanonicalViews.names().stream()
        .map(this::check)
        .filter(view -> view.there() || !CanonicalViews.isOptional(view.name()))
        .toList();
  }

  private View check(String view) {
    Shape shape;
    try {
      shape = shape(view, "select * from " + view);
    } catch (SQLException e) {
      return missing(view, e);
    }
    if (!shape.readable()) {
      return new View(view, true, false, Optional.empty(), shape.lacks(), shape.problems());
    }
    List<Column> columns = there(view, shape);
    List<String> problems = new ArrayList<>(shape.problems());
    try {
      long rows = count(view, columns, problems);
      return new View(view, true, true, Optional.of(rows), shape.lacks(), problems);
    } catch (SQLException e) {
      return uncounted(view, columns, shape.lacks(), e);
    }
  }

  private static List<Column> there(String view, Shape shape) {
    return CanonicalViews.columns(view).stream()
        .filter(column -> !shape.lacks().contains(column.name()))
        .toList();
  }

  private View uncounted(String view, List<Column> columns, List<String> lacks, SQLException e) {
    if (LimitedQueries.tooSlow(e)) {
      unfinished.add("the rows of " + view, e, queries);
      return new View(view, true, true, Optional.empty(), lacks, List.of());
    }
    List<String> problem = List.of(failing(view, columns) + queries.words(e));
    return new View(view, true, false, Optional.empty(), lacks, problem);
  }

  /** Names the columns that fail where others do not: a database computes what is asked alone. */
  private String failing(String view, List<Column> columns) {
    List<String> failing = new ArrayList<>();
    for (Column column : columns) {
      try {
        queries.list("select count(" + column.name() + ") from " + view, 1, row -> 1);
      } catch (SQLException e) {
        if (LimitedQueries.tooSlow(e)) {
          return "";
        }
        failing.add(column.name());
      }
    }
    boolean all = failing.size() == columns.size();
    return failing.isEmpty() || all ? "" : "column " + String.join(", ", failing) + ": ";
  }

  private View missing(String view, SQLException e) {
    return new View(view, false, false, Optional.empty(), List.of(), List.of(queries.words(e)));
  }

  private record Actual(int jdbc, String typeName, int precision) {}

  /**
   * What a view gives, held against the contract.
   *
   * @param readable whether every column is there and can be read as its type; one that may hold
   *     more characters than the contract has room for can, and so can a view without what came
   *     after contract 2
   * @param lacks columns that came after contract 2 and are not there
   */
  record Shape(boolean readable, List<String> lacks, List<String> problems) {}

  /**
   * Asks for no row.
   *
   * @param query gives the rows of the view
   */
  Shape shape(String view, String query) throws SQLException {
    Map<String, Actual> actual = columns(query);
    List<String> lacks = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    boolean readable = true;
    for (Column column : CanonicalViews.columns(view)) {
      Actual is = actual.get(column.name());
      String cast = column.type().cast(dialect, column.name());
      if (is == null) {
        boolean later = !CanonicalViews.isOptional(view) && !column.isIn(CanonicalViews.OLDEST);
        readable &= later;
        if (later) {
          lacks.add(column.name());
        }
        if (!later || column.isIn(contract)) {
          problems.add("column %s is missing; add %s".formatted(column.name(), cast));
        }
      } else if (!column.type().accepts(dialect, is.jdbc(), is.typeName())) {
        readable = false;
        problems.add(mismatch(column, is, cast));
      } else if (!column.type().hasRoomFor(is.precision())) {
        problems.add(mismatch(column, is, cast));
      }
    }
    return new Shape(readable, lacks, problems);
  }

  private static String mismatch(Column column, Actual is, String cast) {
    return "column %s is %s, the contract says %s; write %s"
        .formatted(column.name(), described(is), column.type().text(), cast);
  }

  private static String described(Actual is) {
    String name = is.typeName().toLowerCase(Locale.ROOT);
    boolean sized = name.contains("char") && is.precision() > 0 && is.precision() < 1_000_000;
    return sized ? name + "(" + is.precision() + ")" : name;
  }

  private Map<String, Actual> columns(String query) throws SQLException {
    Map<String, Actual> columns = new HashMap<>();
    try (Statement statement = queries.connection().createStatement();
        ResultSet none = statement.executeQuery(query + " where 1 = 0")) {
      ResultSetMetaData meta = none.getMetaData();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.put(
            meta.getColumnLabel(i).toLowerCase(Locale.ROOT),
            new Actual(meta.getColumnType(i), meta.getColumnTypeName(i), meta.getPrecision(i)));
      }
    }
    return columns;
  }

  /**
   * One pass: the number of rows, and in how many each column is null, so that each is computed.
   */
  private long count(String view, List<Column> columns, List<String> problems) throws SQLException {
    String sql =
        columns.stream()
            .map(c -> ", count(*) - count(" + c.name() + ")")
            .collect(Collectors.joining("", "select count(*)", " from " + view));
    List<Long> counts =
        queries
            .list(
                sql,
                1,
                row -> {
                  List<Long> all = new ArrayList<>();
                  for (int i = 1; i <= columns.size() + 1; i++) {
                    all.add(row.getLong(i));
                  }
                  return all;
                })
            .get(0);
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).nullable() && counts.get(i + 1) > 0) {
        problems.add(
            "column %s is null in %d rows; the contract forbids it"
                .formatted(columns.get(i).name(), counts.get(i + 1)));
      }
    }
    return counts.get(0);
  }
}
