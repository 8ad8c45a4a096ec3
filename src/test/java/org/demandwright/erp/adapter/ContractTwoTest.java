package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ErpReport.Lack;
import org.demandwright.erp.adapter.ErpReport.Status;
import org.demandwright.erp.adapter.ErpReport.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What came with contract 3 may be missing, is said to be, and is held to its types where there.
 */
class ContractTwoTest {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();
  private static final List<String> LATER =
      List.of(
          "dw_purchase_line",
          "dw_vendor",
          "dw_supplier_terms",
          "dw_price_break",
          "dw_closed_day",
          "dw_transfer_lane",
          "dw_lot",
          "dw_open_demand");

  private Connection connection;

  @BeforeEach
  void install() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "OWNER", "p");
    SqlScript.of("erp/generic/schema.sql").run(connection);
    AdapterScript.of(CATALOG.adapter("generic"), "1", Map.of(), table -> true)
        .statements()
        .run(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void views_of_contract_3_lack_nothing() throws SQLException {
    ErpReport report = report();
    assertThat(report.lacks()).isEmpty();
    assertThat(report.views()).extracting(View::name).containsAll(LATER);
    assertThat(report.views()).allMatch(v -> v.problems().isEmpty());
  }

  @Test
  void views_of_contract_2_are_read_and_what_decisions_lack_is_said() throws SQLException {
    ErpReport before = report();
    for (String view : LATER) {
      run("drop view " + view);
    }
    without("dw_stock_level", "reserved");
    without("dw_item", "shelf_life_days");
    without("dw_open_supply", "supply_kind, vendor_id, document_no, purchase_line_id");
    without("dw_purchase_receipt", "purchase_line_id");
    claims(2);

    ErpReport report = report();

    assertThat(report.views()).allSatisfy(v -> assertThat(v.problems()).as(v.name()).isEmpty());
    assertThat(report.views()).hasSize(13).allMatch(View::readable);
    assertThat(report.status()).isEqualTo(before.status());
    assertThat(report.checks()).allMatch(ErpReport.Check::passed);
    assertThat(report.checks()).hasSizeLessThan(before.checks().size());
    assertThat(report.lacks()).extracting(Lack::view).containsAll(LATER).hasSize(12);
    assertThat(report.lacks())
        .extracting(Lack::words)
        .contains(
            "dw_price_break is not there. An order costs the same for each unit, however large it"
                + " is.",
            "dw_item has no shelf_life_days. An order may cover more days than the goods keep.")
        .anyMatch(
            words ->
                words.startsWith(
                    "dw_open_supply has no supply_kind, vendor_id, document_no, purchase_line_id. "));
  }

  @Test
  void views_that_say_3_have_every_column_of_the_views_that_they_have() throws SQLException {
    run("drop view dw_lot");
    without("dw_item", "shelf_life_days");

    ErpReport report = report();

    View item = view(report, "dw_item");
    assertThat(item.readable()).isTrue();
    assertThat(item.problems())
        .containsExactly(
            "column shelf_life_days is missing; add cast(… as integer) as shelf_life_days");
    assertThat(report.status()).isEqualTo(Status.ATTENTION);
    assertThat(report.lacks()).extracting(Lack::view).containsExactly("dw_item", "dw_lot");
  }

  @Test
  void what_is_there_of_contract_3_has_its_types_whatever_the_views_say() throws SQLException {
    claims(2);
    run("drop view dw_lot");
    run("create view dw_lot as select cast('1' as varchar(80)) as org_id");
    run("create table level as select * from dw_stock_level");
    run("drop view dw_stock_level");
    run(
        "create view dw_stock_level as select org_id, item_id, site_id, on_hand, available,"
            + " 'ten' as reserved from level");

    ErpReport report = report();

    assertThat(view(report, "dw_lot").readable()).isFalse();
    assertThat(view(report, "dw_lot").problems())
        .contains("column item_id is missing; add cast(… as varchar(80)) as item_id");
    assertThat(view(report, "dw_stock_level").problems())
        .singleElement()
        .asString()
        .startsWith("column reserved is character");
    assertThat(report.status()).isEqualTo(Status.NOT_READABLE);
  }

  /** Money of several currencies has its own way without rates, and one without needs none. */
  @Test
  void every_later_view_and_column_has_a_sentence_but_the_rates() {
    assertThat(
            CanonicalViews.names().stream()
                .filter(v -> CanonicalViews.columns(v).stream().anyMatch(c -> !c.isIn(2)))
                .filter(v -> PackedScripts.need(v).isEmpty()))
        .containsExactly("dw_exchange_rate");
    assertThat(CanonicalViews.names().stream().filter(CanonicalViews::isOptional))
        .containsAll(LATER)
        .hasSize(LATER.size() + 1);
  }

  private static View view(ErpReport report, String name) {
    return report.views().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  private void without(String view, String columns) throws SQLException {
    String kept =
        CanonicalViews.columns(view).stream()
            .map(CanonicalViews.Column::name)
            .filter(name -> !List.of(columns.split(", ")).contains(name))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    run("create table kept_" + view + " as select " + kept + " from " + view);
    run("drop view " + view);
    run("create view " + view + " as select * from kept_" + view);
  }

  private void claims(int contract) throws SQLException {
    run("create table claim as select * from dw_adapter");
    run("drop view dw_adapter");
    run(
        "create view dw_adapter as select erp, erp_version, adapter_status, "
            + contract
            + " as contract from claim");
  }

  private ErpReport report() throws SQLException {
    return ErpInspection.check(connection, CATALOG, Limits.USUAL);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
