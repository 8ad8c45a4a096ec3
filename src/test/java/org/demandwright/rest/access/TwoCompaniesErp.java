package org.demandwright.rest.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * The demo ERP, and a second company in it with the same items, sites, customers, documents and
 * days: the two have their names alone to tell them apart, and the second sells three times as
 * much. Its canonical views are tables here, so that rows can be taken out.
 */
final class TwoCompaniesErp {
  static final String FIRST = "DW";
  static final String SECOND = "NL";

  /** Columns that identify rows over all companies. */
  private static final Set<String> IDENTITIES =
      Set.of("line_id", "purchase_line_id", "supply_id", "receipt_id", "price_id", "promotion_id");

  private static final Set<String> THREE_TIMES =
      Set.of("quantity", "quantity_delivered", "net_amount");

  private static final long KEYS_APART = 10_000_000;

  /** Twelve series: too few for anything to be learned from all of them together. */
  private static final String ITEMS = "'I0001', 'I0002', 'I0003'";

  private TwoCompaniesErp() {}

  /** Fills an empty database, and takes out what does not belong to a part. */
  static TestErp load(TestDatabase empty, DemoSize size, Part part) throws SQLException {
    try (Connection connection = empty.open();
        Statement statement = connection.createStatement()) {
      new DemoErp(size).load(connection);
      connection.setAutoCommit(true);
      String views =
          "select table_name from information_schema.views where table_schema = 'PUBLIC'";
      for (String view : names(statement, views)) {
        asTable(statement, view.toLowerCase(Locale.ROOT), columns(statement, view));
      }
      for (String table : names(statement, TABLES)) {
        if (columns(statement, table).contains("item_id")) {
          statement.execute("delete from %s where item_id not in (%s)".formatted(table, ITEMS));
        }
      }
      dirt(statement);
      statement.execute("create index dw_lines_read on dw_sales_line (changed_at, source_key)");
      part.cut(statement);
      return TestErp.withReader(empty, "part_reader");
    }
  }

  private static List<String> names(Statement statement, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        if (!rows.getString(1).equalsIgnoreCase("dw_adapter")) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private static void asTable(Statement statement, String view, List<String> columns)
      throws SQLException {
    statement.execute("create table copied as select * from " + view);
    statement.execute("drop view " + view);
    statement.execute("alter table copied rename to " + view);
    if (columns.contains("org_id")) {
      statement.execute(
          "insert into %s select %s from %s"
              .formatted(
                  view,
                  columns.stream().map(c -> ofSecond(view, c)).collect(Collectors.joining(", ")),
                  view));
    }
  }

  private static String ofSecond(String view, String column) {
    if (column.equals("org_id")) {
      return "'" + SECOND + "'";
    }
    if (IDENTITIES.contains(column)) {
      return "concat('" + SECOND + ":', " + column + ")";
    }
    if (column.equals("source_key")) {
      return column + " + " + KEYS_APART;
    }
    if (view.equals("dw_sales_line") && THREE_TIMES.contains(column)) {
      return column + " * 3";
    }
    return column.endsWith("_name") ? "concat(" + column + ", ' of " + SECOND + "')" : column;
  }

  /** What is set aside, and what does not count, of each company, site and category. */
  private static void dirt(Statement statement) throws SQLException {
    statement.execute(
        "update dw_sales_line set demand_date = null, order_date = null where mod(source_key, 97) = 5");
    statement.execute("update dw_sales_line set item_id = 'UNKNOWN' where mod(source_key, 97) = 6");
    statement.execute(
        "update dw_sales_line set excluded_because = 'SAMPLE' where mod(source_key, 97) = 7");
    statement.execute(
        "update dw_sales_line set quantity = quantity * 400 where mod(source_key, 331) = 8");
  }

  /**
   * A part of the data.
   *
   * @param name of the account that sees it
   * @param scope its names by company, site and category
   */
  record Part(String name, List<Name> scope) {
    /** A name that the scope has. */
    record Name(String part, String name) {}

    /** Everything. */
    static Part whole() {
      return new Part("all", List.of());
    }

    /** Takes out what is of other companies, sites or categories. */
    private void cut(Statement statement) throws SQLException {
      for (String table : names(statement, TABLES)) {
        List<String> columns = columns(statement, table);
        if (columns.contains("org_id")) {
          keep(statement, table, "COMPANY", "org_id in (%s)");
        }
        if (columns.contains("org_id") && columns.contains("site_id")) {
          keep(statement, table, "SITE", "(site_id is null or site_id in (%s))");
        }
        if (columns.contains("item_id")) {
          String item = table.equalsIgnoreCase("dw_item") ? "category in (%s)" : ITEM;
          keep(statement, table, "CATEGORY", item);
        }
      }
    }

    private void keep(Statement statement, String table, String part, String rule)
        throws SQLException {
      String wanted =
          scope.stream()
              .filter(n -> n.part().equals(part))
              .map(n -> "'" + n.name() + "'")
              .collect(Collectors.joining(", "));
      if (!wanted.isEmpty()) {
        statement.execute(
            "delete from %s where not coalesce(%s, false)"
                .formatted(table, rule.formatted(wanted)));
      }
    }
  }

  private static final String ITEM =
      "(org_id, item_id) in (select org_id, item_id from dw_item where category in (%s))";

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
          + " and table_type = 'BASE TABLE' and table_name like 'DW_%'";

  private static List<String> columns(Statement statement, String table) throws SQLException {
    return names(
            statement,
            "select column_name from information_schema.columns where table_schema = 'PUBLIC'"
                + " and table_name = '%s' order by ordinal_position".formatted(table))
        .stream()
        .map(c -> c.toLowerCase(Locale.ROOT))
        .toList();
  }
}
