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

  private static final List<String> PURCHASES =
      List.of(
          "select line_id, vendor_id, ordered_on, promised_on, quantity_ordered, quantity_received,"
              + " case when closed then 1 else 0 end, unit_price from dw_purchase_line"
              + " order by line_id",
          "select terms_id, item_id, vendor_id, site_id, case when preferred then 1 else 0 end,"
              + " valid_from, valid_to, lead_time_days, minimum_order, order_multiple, purchase_uom,"
              + " purchase_factor, unit_price from dw_supplier_terms order by terms_id",
          "select terms_id, from_quantity, unit_price from dw_price_break order by 1, 2",
          "select vendor_id, minimum_order_value, order_days, delivery_days from dw_vendor"
              + " order by 1",
          "select closed_on, site_id, vendor_id from dw_closed_day order by 1, 2, 3",
          "select from_site_id, to_site_id, item_id, lead_time_days, minimum_order"
              + " from dw_transfer_lane order by 1, 2, 3",
          "select item_id, site_id, lot_id, quantity, expires_on from dw_lot order by 1, 2, 3");

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
      for (String purchases : PURCHASES) {
        assertThat(sorted(rows(reader, purchases))).isEqualTo(sorted(rows(h2, purchases)));
      }
      assertThat(DemoDatabase.problems(reader)).isEmpty();
      assertThat(DemoDatabase.found(reader, "sql/erp/checks/demand.sql")).hasSize(Dirt.LINES);
      assertThatThrownBy(() -> rows(reader, "select count(*) from sales_order_line"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(refusal);
      DemoErp.liveOn(owner, SIZE.lastDay().plusDays(1));
      assertThat(DemoDatabase.problems(reader)).isEmpty();
    }
  }

  /** Databases put nothing before or after everything else. */
  private static List<String> sorted(List<String> rows) {
    return rows.stream().sorted().toList();
  }

  /** The databases write a trailing zero of the microseconds differently. */
  private static List<String> trimmed(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll("\\.?0*$", "")).toList();
  }
}
