package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Signs that something counts which nobody bought, and other wrong views, over the tables of the
 * template. In it vendor 5 supplies item 1.
 */
class SuspicionsIT {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();
  private static final String LINES =
      "insert into your_order_line (id, order_id, item_id, unit, quantity, cancelled, delivered,"
          + " net_price, list_price, is_sample, wanted_on) values ";

  @ParameterizedTest
  @EnumSource
  void sales_alone_raise_none(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    for (int n = 0; n < 12; n++) {
      order(erp, 100 + n, "SO" + n, 20 + n % 3, 2 + n, "3.5");
      erp.run(
          "insert into your_movement values (%d, 1, 1, date '2026-03-%02d', 'ISSUE', -%d, %d)"
              .formatted(100 + n, 10 + n, 2 + n, 60 - (n + 1) * (n + 4) / 2));
    }
    assertThat(raised(erp)).isEmpty();
  }

  /** What a vendor delivers stands in the table of orders, too, and the view takes it for sales. */
  @ParameterizedTest
  @EnumSource
  void purchases_that_count_as_demand_raise_several(Dialect dialect) throws SQLException {
    TestDatabase erp = create(dialect);
    erp.run("update your_item set vendor_id = 5, purchase_price = 1.25 where id = 1");
    for (int n = 0; n < 6; n++) {
      order(erp, 100 + n, "SO" + n, 20 + n % 3, 3, "3.5");
      order(erp, 200 + n, "PO-" + n, 5, 40 + n, "1.25");
      erp.run(
          "insert into your_purchase (id, number, state, item_id, site_id, vendor_id, unit, quantity, cancelled, received, ordered_on) values (%d, 'PO', 'closed', 1, 1, 5, 'kg', %d, 0, %d, date '2026-03-%02d')"
              .formatted(100 + n, 40 + n, 40 + n, 10 + n),
          "insert into your_receipt values (%d, %d, date '2026-03-28', %d)"
              .formatted(100 + n, 100 + n, 40 + n));
    }
    for (int n = 0; n < 20; n++) {
      erp.run(
          "insert into your_movement values (%d, 1, 1, date '2026-03-28', 'ISSUE', -1, %d)"
              .formatted(100 + n, 59 - n));
    }
    assertThat(raised(erp))
        .contains(
            "perhaps purchases: a customer who is the vendor of all that it buys",
            "perhaps purchases: a customer who pays the purchase price for all that it buys",
            "perhaps purchases: demand that is a receipt of the same vendor, item, day and quantity",
            "perhaps purchases: half of the receipts stand among the demand with the same item, day"
                + " and quantity",
            "perhaps purchases: a document number, a state or a kind that speaks of a purchase",
            "half as much again was demanded as left the stock: purchases, repeated rows or a factor");
  }

  @ParameterizedTest
  @EnumSource
  void a_stamp_from_the_future_and_a_join_that_repeats_lines_are_found(Dialect dialect)
      throws SQLException {
    TestDatabase erp = create(dialect);
    order(erp, 100, "SO1", 20, 3, "3.5");
    erp.run(
        "update your_order_line set changed_at = timestamp '2035-01-01 00:00:00' where id = 100");
    String key = dialect == Dialect.POSTGRESQL ? "constraint your_unit_pkey" : "primary key";
    erp.run("alter table your_unit drop " + key, "insert into your_unit values (1, 'kg', 2)");
    assertThat(raised(erp)).contains("changed_at lies in the future", "line_id is not unique");
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void a_view_that_fails_on_some_row_is_said_once_with_its_column(Dialect dialect)
      throws SQLException {
    TestDatabase erp = create(dialect);
    erp.run(
        "drop view dw_sales_line",
        SqlScript.of("sql/erp/generic/sales_line.sql")
            .statements()
            .get(0)
            .replace("l.net_price / u.factor as", "l.net_price / (u.factor - 1) as"));
    try (Connection connection = erp.open()) {
      ErpReport report = ErpInspection.check(connection, CATALOG, Limits.USUAL);
      assertThat(report.readable()).isFalse();
      assertThat(report.views().get(0).problems())
          .singleElement()
          .asString()
          .startsWith(
              dialect == Dialect.POSTGRESQL ? "column unit_price_net: division" : "Division")
          .contains("write nullif(…, 0) around what it divides by");
      assertThat(report.checks()).isNotEmpty().allMatch(c -> c.failure().isEmpty());
      assertThat(report.remarks()).isEmpty();
    }
  }

  private static void order(
      TestDatabase erp, int id, String number, int customer, int quantity, String price)
      throws SQLException {
    erp.run(
        "insert into your_order values (%d, 1, 'order', '%s', 'confirmed', date '2026-03-%02d', 1, %d, 'EUR', false, null)"
            .formatted(id, number, 10 + id % 100, customer),
        LINES
            + "(%d, %d, 1, 'kg', %d, 0, %d, %s, 4, false, null)"
                .formatted(id, id, quantity, quantity, price));
  }

  private static List<String> raised(TestDatabase erp) throws SQLException {
    try (Connection connection = erp.open()) {
      return ErpInspection.check(connection, CATALOG, Limits.USUAL).checks().stream()
          .filter(c -> !c.passed())
          .peek(c -> assertThat(c.failure()).isEmpty())
          .map(ErpReport.Check::problem)
          .toList();
    }
  }

  private static TestDatabase create(Dialect dialect) throws SQLException {
    TestDatabase erp =
        switch (dialect) {
          case H2 ->
              TestDatabase.h2(
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p");
          case POSTGRESQL -> SharedPostgres.create("suspicions");
          case MARIADB -> SharedMariaDb.create("suspicions");
        };
    try (Connection connection = erp.open()) {
      SqlScript.of("erp/generic/schema.sql").run(connection);
      ViewInstallation.Wish wish =
          new ViewInstallation.Wish(
              CATALOG.adapter("generic"), "1", Map.of(), Optional.empty(), false, false, false);
      assertThat(ViewInstallation.install(connection, wish).failure()).isEmpty();
    }
    erp.run("delete from your_stock");
    return erp;
  }
}
