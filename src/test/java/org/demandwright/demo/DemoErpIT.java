package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.demo.DemoDatabase.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Dirt;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;
import org.junit.jupiter.api.Test;

/** The same scripts and rows on a real PostgreSQL and a real MariaDB. */
class DemoErpIT {
  private static final DemoSize SIZE = DemoSize.small();
  private static final String LINES =
      "select line_id, excluded_because, line_kind, order_date, item_id, site_id, quantity,"
          + " net_amount, cast(changed_at as varchar(40)) from dw_sales_line order by source_key";

  @Test
  void postgres_holds_the_same_rows_as_h2_and_shows_the_reader_the_views_alone()
      throws SQLException {
    holdsTheSameRowsAsH2(SharedPostgres.create("demo"), "permission denied");
  }

  @Test
  void mariadb_holds_the_same_rows_as_h2_and_shows_the_reader_the_views_alone()
      throws SQLException {
    holdsTheSameRowsAsH2(SharedMariaDb.create("demo"), "SELECT command denied");
  }

  private static void holdsTheSameRowsAsH2(TestDatabase empty, String refusal) throws SQLException {
    TestErp erp = TestErp.load(empty, SIZE);
    try (Connection owner = empty.open();
        Connection reader = erp.reader().open();
        Connection h2 = DemoDatabase.h2()) {
      new DemoErp(SIZE).load(h2);
      assertThat(trimmed(rows(reader, LINES))).isEqualTo(trimmed(rows(h2, LINES)));
      assertThat(DemoDatabase.problems(reader)).isEmpty();
      assertThat(DemoDatabase.found(reader, "sql/erp/checks/demand.sql")).hasSize(Dirt.LINES);
      assertThatThrownBy(() -> rows(reader, "select count(*) from sales_order_line"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(refusal);
      DemoErp.liveOn(owner, SIZE.lastDay().plusDays(1));
      assertThat(DemoDatabase.problems(reader)).isEmpty();
    }
  }

  /** The databases write a trailing zero of the microseconds differently. */
  private static List<String> trimmed(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll("\\.?0*$", "")).toList();
  }
}
