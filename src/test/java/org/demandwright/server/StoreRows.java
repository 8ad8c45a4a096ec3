package org.demandwright.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Words;

/**
 * What a small store knows now, row by row and on any database, without who brought a row when and
 * without the numbers of series and runs: stores that know the same have equal rows. {@link
 * StoreState} does the same for large ones on PostgreSQL.
 *
 * @param lines one text a line, sorted
 * @param quarantine one text a line in quarantine, sorted
 */
record StoreRows(List<String> lines, List<String> quarantine) {
  private static final String LINES =
      "select l.*, s.org_id as of_org, s.item_id as of_item, s.site_id as of_site, s.channel_id as"
          + " of_channel from sales_line l left join series s on s.series_id = l.series_id";
  private static final Set<String> WHO_AND_WHEN =
      Set.of("series_id", "known_from", "imported_by", "quarantined_by");

  static StoreRows of(TestDatabase store) throws SQLException {
    return new StoreRows(rows(store, LINES), rows(store, "select * from quarantine"));
  }

  private static List<String> rows(TestDatabase store, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          String column = result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
          if (!WHO_AND_WHEN.contains(column)) {
            row.append(column).append('=').append(told(column, result.getString(i))).append(' ');
          }
        }
        rows.add(row.toString());
      }
    }
    return rows.stream().sorted().toList();
  }

  /** What was kept as a sentence once, and as words now, tells the same. */
  private static String told(String column, String value) {
    return column.equals("detail") ? Wordbook.english().say(Words.parse(value)) : value;
  }
}
