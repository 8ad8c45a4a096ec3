package org.demandwright.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a store on PostgreSQL knows now, as digests over ordered rows: equal digests, equal content.
 * Who brought a row when, and the numbers of series and runs, are left out.
 */
public record StoreState(TestDatabase store) {
  private static final String SERIES = "s.org_id, s.item_id, s.site_id, s.channel_id";

  private static final String DAYS =
      "select "
          + SERIES
          + ", l.booked_on, sum(case when l.quantity > 0 then l.quantity else 0 end),"
          + " sum(case when l.quantity < 0 then -l.quantity else 0 end), count(*)"
          + " from sales_line l join series s on s.series_id = l.series_id"
          + " where l.excluded_because is null group by "
          + SERIES
          + ", l.booked_on";

  /** Returns number of rows and digest of the lines, the quarantine and the series' days. */
  public Map<String, String> digests() throws SQLException {
    Map<String, String> digests = new LinkedHashMap<>();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement()) {
      statement.execute("set work_mem = '256MB'");
      String lines = columns(statement, "sales_line", "series_id", "known_from", "imported_by");
      String from = " from sales_line l left join series s on s.series_id = l.series_id";
      digests.put("lines", digest(statement, "select " + lines + ", " + SERIES + from));
      String bad = columns(statement, "quarantine", "known_from", "quarantined_by");
      digests.put("quarantine", digest(statement, "select " + bad + " from quarantine l"));
      digests.put("days", digest(statement, DAYS));
    }
    return digests;
  }

  private static String columns(Statement statement, String table, String... butNot)
      throws SQLException {
    return one(
        statement,
        "select string_agg('l.' || column_name, ', ' order by column_name) from"
            + " information_schema.columns where table_name = '%s' and column_name not in ('%s')"
                .formatted(table, String.join("', '", butNot)));
  }

  private static String digest(Statement statement, String query) throws SQLException {
    return one(
        statement,
        "select count(*) || ' rows ' || md5(string_agg(digest, '' order by digest)) from"
            + " (select md5(cast(t as text)) as digest from ("
            + query
            + ") t) d");
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
