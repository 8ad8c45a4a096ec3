package org.demandwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.demandwright.server.BulkErp;
import org.demandwright.server.TestErp;

/** Prints how PostgreSQL answers the product's questions for a page. */
final class PagePlans {
  private static final String WINDOW =
      "changed_at > timestamp '%1$s 00:00:00' and changed_at <= timestamp '%1$s 10:00:00'"
          + " order by changed_at, source_key, line_id";
  private static final String IN_STAMP =
      "changed_at = timestamp '%1$s' and source_key >= %2$d and (source_key > %2$d or line_id >"
          + " 'SOL:%2$d') order by source_key, line_id";

  private PagePlans() {}

  /** Prints a window early and one late in the table, and a page inside a bulk change. */
  static void print(TestErp erp, long lines) throws SQLException {
    try (Connection connection = erp.owner().open();
        Statement statement = connection.createStatement()) {
      explain(
          statement, "window of ten hours, about a page, early", WINDOW.formatted("2023-02-01"));
      explain(statement, "window of ten hours, about a page, late", WINDOW.formatted("2025-11-01"));
      String inside = IN_STAMP.formatted(BulkErp.BULK_STAMP, lines * 4 / 10);
      explain(statement, "inside a bulk change", inside);
    }
  }

  private static void explain(Statement statement, String title, String where) throws SQLException {
    System.out.println("\n-- " + title + "\n-- where " + where);
    String sql =
        "explain (analyze, buffers, costs off, timing off, summary on) select * from dw_sales_line"
            + " where "
            + where
            + " fetch first 16000 rows only";
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        System.out.println(row.getString(1));
      }
    }
  }
}
