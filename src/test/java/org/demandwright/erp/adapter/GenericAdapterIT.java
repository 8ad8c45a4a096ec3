package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ErpReport.Exclusion;
import org.demandwright.erp.adapter.ErpReport.Lines;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The template runs as it stands on every database, over tables named as in it. */
class GenericAdapterIT {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();

  @ParameterizedTest
  @EnumSource
  void the_template_is_installed_read_and_counted(Dialect dialect) throws SQLException {
    TestDatabase owner = create(dialect);
    TestDatabase reader = reader(owner, dialect);
    try (Connection connection = owner.open()) {
      SqlScript.of("erp/generic/schema.sql").run(connection);
      Recognition.Candidate found =
          ErpInspection.recognise(connection, CATALOG, Limits.USUAL).chosen().orElseThrow();
      assertThat(found.adapter().erp()).isEqualTo("generic");
      ViewInstallation.Wish wish =
          new ViewInstallation.Wish(
              found.adapter(),
              "1",
              Map.of("time_zone", "Europe/Berlin"),
              Optional.of(reader.user()),
              false,
              false,
              false);
      assertThat(ViewInstallation.install(connection, wish).failure()).isEmpty();
      assertThat(ViewInstallation.install(connection, wish).replaces()).hasSize(21);
      assertThat(ErpInspection.check(connection, CATALOG, Limits.USUAL).rights()).isNotEmpty();
      isClean(reader);
      isBought(reader);
      isWaitedFor(reader);
      assertThat(line(connection, 1)).isEqualTo("40 60 2026-03-04 null");
      assertThat(line(connection, 6)).isEqualTo("-4 -6 2026-03-08 2026-03-01");
    }
  }

  /** Counted by hand in schema.sql. */
  private static void isClean(TestDatabase reader) throws SQLException {
    try (Connection connection = reader.open()) {
      ErpReport report = ErpInspection.check(connection, CATALOG, Limits.USUAL);
      assertThat(report.views()).allSatisfy(v -> assertThat(v.problems()).as(v.name()).isEmpty());
      assertThat(report.checks()).allSatisfy(c -> assertThat(c.passed()).as("%s", c).isTrue());
      assertThat(report.lacks()).isEmpty();
      assertThat(report.rights()).isEmpty();
      assertThat(report.recognition().installed().orElseThrow().version()).isEqualTo("1");
      Lines lines = report.lines().orElseThrow();
      assertThat(lines.total()).isEqualTo(10);
      assertThat(lines.demand()).isEqualTo(4);
      assertThat(lines.kits()).isEqualTo(1);
      assertThat(lines.returns()).isEqualTo(1);
      assertThat(lines.excluded())
          .extracting(Exclusion::reason)
          .containsExactlyInAnyOrder("NO_ITEM", "SAMPLE", "DRAFT", "CANCELLED");
      assertThat(report.sample()).hasSize(10);
    }
  }

  /** Two crates of ten are cancelled and three came, with 20 kg in each; the draft is left out. */
  private static void isBought(TestDatabase reader) throws SQLException {
    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, quantity_ordered, quantity_received, case when closed then 'closed'"
                    + " else 'open' end, unit_price from dw_purchase_line order by line_id"))
        .containsExactly("PO:1|100|100|closed|1", "PO:2|160|60|open|0.95", "PO:4|30|10|closed|1");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select supply_id, supply_kind, quantity_open, vendor_id, document_no,"
                    + " purchase_line_id from dw_open_supply order by supply_id"))
        .containsExactly("PO:2|PURCHASE|100|5|PO2|PO:2", "TR:1|TRANSFER|15|-|TR1|-");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select terms_id, vendor_id, case when preferred then 'preferred' else '' end,"
                    + " minimum_order, order_multiple, purchase_uom, purchase_factor, unit_price"
                    + " from dw_supplier_terms order by terms_id"))
        .containsExactly("51|5|preferred|40|20|crate|20|1", "61|6||1|1|kg|1|1.5");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select terms_id, from_quantity, unit_price from dw_price_break order by 2"))
        .containsExactly("51|100|0.95", "51|400|0.85");
  }

  /** Of three crates two are delivered; seven kilograms come from the vendor. */
  private static void isWaitedFor(TestDatabase reader) throws SQLException {
    assertThat(
            AdapterFixture.rows(
                reader,
                "select demand_id, document_no, due_date, quantity_open, reserved, case when drop_ship"
                    + " then 'vendor' else 'own' end from dw_open_demand order by demand_id"))
        .containsExactly("SOL:10|SO6|-|7|-|vendor", "SOL:8|SO5|2026-03-14|20|-|own");
  }

  private static String line(Connection connection, int key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select quantity, net_amount, demand_date, original_date from dw_sales_line"
                    + " where source_key = "
                    + key)) {
      assertThat(row.next()).isTrue();
      return String.join(
          " ",
          row.getBigDecimal(1).stripTrailingZeros().toPlainString(),
          row.getBigDecimal(2).stripTrailingZeros().toPlainString(),
          row.getString(3),
          row.getString(4));
    }
  }

  private static TestDatabase create(Dialect dialect) throws SQLException {
    return switch (dialect) {
      case H2 ->
          TestDatabase.h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p");
      case POSTGRESQL -> SharedPostgres.create("generic");
      case MARIADB -> SharedMariaDb.create("generic");
    };
  }

  private static TestDatabase reader(TestDatabase owner, Dialect dialect) throws SQLException {
    String user = ("generic_" + dialect).toLowerCase(Locale.ROOT);
    owner.run(
        switch (dialect) {
          case H2 -> "create user " + user + " password 'p'";
          case POSTGRESQL -> "create role " + user + " login password 'p'";
          case MARIADB -> "create user " + user + "@'%' identified by 'p'";
        });
    return new TestDatabase(
        owner.dataSourceClass(), owner.url().replace(";DB_CLOSE_DELAY=-1", ""), user, "p");
  }
}
