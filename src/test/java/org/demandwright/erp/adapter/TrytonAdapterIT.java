package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.demandwright.erp.adapter.ErpReport.Lines;
import org.demandwright.erp.adapter.Recognition.Candidate;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter for Tryton on a fixture of every nasty case and, where it is, on a real Tryton 6. */
class TrytonAdapterIT {
  private static final String LINES =
      "select line_id, excluded_because, quantity, net_amount, currency from dw_sales_line"
          + " where source_kind = '%s' order by source_key";

  private enum Source {
    FIXTURE,
    DUMP
  }

  private record Tryton(TestDatabase owner, TestDatabase reader) {
    static Tryton install(TestDatabase database) throws SQLException {
      AdapterFixture fixture = new AdapterFixture(database);
      fixture.install("tryton", "6", Map.of());
      return new Tryton(database, fixture.reader());
    }

    List<String> rows(String query) throws SQLException {
      return AdapterFixture.rows(reader, query);
    }

    TrytonRaw raw(Source source) throws SQLException {
      String ignored =
          "select g.sale_line, m.internal_quantity from sale_line_moves_ignored_rel g"
              + " join stock_move m on m.id = g.move";
      return new TrytonRaw(
          owner, source == Source.DUMP ? List.of() : AdapterFixture.rows(owner, ignored));
    }
  }

  private static final Map<Source, Tryton> INSTALLED = new EnumMap<>(Source.class);

  private static synchronized Tryton tryton(Source source) throws Exception {
    if (!INSTALLED.containsKey(source)) {
      INSTALLED.put(source, Tryton.install(source == Source.DUMP ? dump() : fixture()));
    }
    return INSTALLED.get(source);
  }

  private static TestDatabase fixture() throws SQLException {
    TestDatabase database = SharedPostgres.create("tryton_fixture");
    new AdapterFixture(database).run("erp/tryton/fixture.sql");
    return database;
  }

  private static TestDatabase dump() throws Exception {
    PostgresDump dump = PostgresDump.of("tryton");
    assumeTrue(dump.isThere(), dump.file() + " is not there: the fixture is tested alone");
    TestDatabase database = SharedPostgres.create("tryton_dump");
    dump.load(database);
    return database;
  }

  @ParameterizedTest
  @EnumSource
  void everySaleLineIsThereOnceWithItsReasonAndQuantity(Source source) throws Exception {
    Tryton tryton = tryton(source);
    assertThat(tryton.rows(LINES.formatted("SL")))
        .isEqualTo(tryton.raw(source).saleLines())
        .hasSize(source == Source.DUMP ? 46 : 22);
  }

  @ParameterizedTest
  @EnumSource
  void invoicesCountWhereNoSaleStandsBehindThem(Source source) throws Exception {
    Tryton tryton = tryton(source);
    assertThat(tryton.rows(LINES.formatted("AIL")))
        .isEqualTo(tryton.raw(source).invoiceLines())
        .hasSize(source == Source.DUMP ? 42 : 11);
  }

  @ParameterizedTest
  @EnumSource
  void checksReturnNoRow(Source source) throws Exception {
    assertThat(AdapterFixture.problems(tryton(source).reader())).isEmpty();
    assertThat(AdapterFixture.wrongColumns(tryton(source).reader())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionCheckHasNothingToMend(Source source) throws Exception {
    ErpReport report = AdapterFixture.check(tryton(source).reader());
    assertThat(report.clean()).as("%s", report).isTrue();
    assertThat(report.recognition().installed().orElseThrow().erp()).isEqualTo("tryton");
    Lines lines = report.lines().orElseThrow();
    assertThat(List.of(lines.total(), lines.demand(), lines.returns()))
        .isEqualTo(source == Source.DUMP ? List.of(88L, 40L, 2L) : List.of(33L, 11L, 3L));
  }

  @ParameterizedTest
  @EnumSource
  void readerSeesTheViewsAndIsRefusedTheTables(Source source) throws Exception {
    Tryton tryton = tryton(source);
    for (String view : AdapterFixture.VIEWS) {
      assertThat(tryton.rows("select count(*) from " + view)).hasSize(1);
    }
    for (String hidden : List.of("sale_line", "party_party", "dw_tryton_move")) {
      assertThatThrownBy(() -> tryton.rows("select * from " + hidden))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for");
    }
  }

  @ParameterizedTest
  @EnumSource
  void stockIsWhatWentInLessWhatWentOut(Source source) throws Exception {
    String inside =
        "(select w.id from stock_location w, stock_location l where w.type = 'warehouse'"
            + " and l.id = %s and l.\"left\" between w.\"left\" and w.\"right\")";
    String raw =
        "select product, site, sum(quantity)::numeric from ( select product, %s as site,"
            + " internal_quantity as quantity from stock_move where state = 'done' union all select"
            + " product, %s, -internal_quantity from stock_move where state = 'done') x where site"
            + " is not null group by 1, 2 order by 1, 2";
    assertThat(
            tryton(source)
                .rows(
                    "select item_id, site_id, on_hand from dw_stock_level"
                        + " order by cast(item_id as integer), cast(site_id as integer)"))
        .isNotEmpty()
        .isEqualTo(
            AdapterFixture.rows(
                tryton(source).owner(),
                raw.formatted(inside.formatted("to_location"), inside.formatted("from_location"))));
  }

  @Test
  void theDumpsDozensAreUnitsAndItsReturnsAreNegative() throws Exception {
    Tryton tryton = tryton(Source.DUMP);
    assertThat(tryton.rows("select quantity, uom_id from dw_sales_line where line_id = 'SL:8'"))
        .containsExactly("24|1");
    assertThat(
            tryton.rows(
                "select line_kind, count(*), sum(quantity) from dw_sales_line"
                    + " where excluded_because is null group by line_kind order by 1"))
        .containsExactly("ORDER|40|167", "RETURN|2|-2");
    assertThat(tryton.rows("select supply_id, quantity_open, due_date from dw_open_supply"))
        .as("ordered on the 23rd, with lead times of seven, eight and nine days")
        .containsExactly("MV:86|50|2026-11-30", "MV:87|50|2026-12-01", "MV:88|50|2026-12-02");
  }

  @Test
  void daysUnitsPricesAndPlacesAreThoseOfTheSale() throws Exception {
    String query =
        "select order_date, demand_date, org_id, site_id, customer_id, uom_id, quantity,"
            + " quantity_delivered, unit_price_net, currency from dw_sales_line"
            + " where line_id = '%s'";
    Tryton tryton = tryton(Source.FIXTURE);
    assertThat(tryton.rows(query.formatted("SL:1")))
        .as("three dozen at 24 a dozen")
        .containsExactly("2024-03-01|2024-03-01|1|5|10|1|36|36|2|USD");
    assertThat(tryton.rows(query.formatted("SL:6")))
        .as("wanted on the day of shipping; four of ten were given up")
        .containsExactly("2024-03-02|2024-03-20|1|5|10|1|6|6|40|USD");
    assertThat(tryton.rows(query.formatted("SL:14")))
        .as("sixty minutes are an hour, by the rate, which is exact")
        .containsExactly("2024-03-05|2024-03-05|2|15|12|5|1|-|30|EUR");
  }

  @Test
  void aReturnKnowsTheDayOfItsSale() throws Exception {
    assertThat(
            tryton(Source.FIXTURE)
                .rows(
                    "select line_id, demand_date, original_date, quantity from dw_sales_line"
                        + " where line_kind = 'RETURN' and excluded_because is null order by 1"))
        .containsExactly(
            "AIL:5|2024-03-11|2024-03-08|-6",
            "SL:15|2024-03-25|2024-03-20|-3",
            "SL:22|2024-03-07|-|-24");
  }

  @Test
  void flagsTellDropShipmentsKitsAndPromotions() throws Exception {
    assertThat(
            tryton(Source.FIXTURE)
                .rows(
                    "select line_id, drop_ship, is_kit, on_promotion from dw_sales_line"
                        + " where drop_ship or is_kit or on_promotion order by source_key"))
        .containsExactly(
            "SL:4|false|true|false", "SL:5|false|false|true", "SL:19|true|false|false");
  }

  @Test
  void changesOfTheSaleOrTheInvoiceChangeItsLines() throws Exception {
    assertThat(
            tryton(Source.FIXTURE)
                .rows(
                    "select line_id, changed_at from dw_sales_line"
                        + " where line_id in ('SL:3', 'SL:6', 'SL:9', 'AIL:2', 'AIL:12')"
                        + " order by line_id"))
        .containsExactly(
            "AIL:12|2024-03-28 09:00:00.0",
            "AIL:2|2024-03-18 12:00:00.0",
            "SL:3|2024-03-01 11:00:00.0",
            "SL:6|2024-03-12 10:00:00.0",
            "SL:9|2024-03-03 09:00:00.0");
  }

  /**
   * Line 18 is assigned; kits move by their components, and what undoes each other is no demand.
   */
  @Test
  void customersWaitForWhatIsNotDone() throws Exception {
    assertThat(
            tryton(Source.FIXTURE)
                .rows(
                    "select demand_id, document_no, org_id, item_id, site_id, due_date,"
                        + " quantity_open, reserved, drop_ship from dw_open_demand"
                        + " order by length(demand_id), demand_id"))
        .containsExactly(
            "SL:4|1|1|4|5|-|2|0|false",
            "SL:5|1|1|2|5|-|0.5|0|false",
            "SL:13|7|2|1|15|-|5|0|false",
            "SL:14|7|2|6|15|-|1|0|false",
            "SL:18|9|1|5|5|-|5|5|false");
  }

  @Test
  void theOtherViewsTellWhatTrytonKnows() throws Exception {
    Tryton tryton = tryton(Source.FIXTURE);
    assertThat(tryton.rows("select * from dw_open_supply"))
        .containsExactly("MV:4|1|5|5|20|2024-01-30|PURCHASE|30|P1|PL:1");
    assertThat(tryton.rows("select * from dw_purchase_receipt"))
        .containsExactly("MV:3|1|5|5|30|2024-01-20|2024-02-01|50|PL:1");
    assertThat(tryton.rows("select * from dw_reorder_rule")).containsExactly("1|5|5|30|60");
    assertThat(tryton.rows("select * from dw_kit_component where org_id = '1' order by 2, 3"))
        .containsExactly("1|4|1|6", "1|4|5|4", "1|7|5|6");
    assertThat(tryton.rows("select * from dw_price order by 1"))
        .containsExactly(
            "LP:1:1|1|1|-|2023-01-01|-|2.5|USD",
            "LP:1:5|1|5|-|2023-01-01|-|40|USD",
            "LP:2:1|2|1|-|2023-01-01|-|2.25|EUR");
    assertThat(tryton.rows("select * from dw_promotion order by 1"))
        .containsExactly(
            "SP:1:1:2|1|2|-|2024-03-01|2024-03-31|0.1|Ten off",
            "SP:2:1:5|1|5|-|2024-03-01|2024-03-31|-|Odd");
    assertThat(tryton.rows("select * from dw_calendar")).isEmpty();
    assertThat(
            AdapterFixture.rows(
                tryton.owner(),
                "select from_currency, to_currency, valid_from, units, rate from dw_exchange_rate"
                    + " order by 1"))
        .as("from the day on which both are known")
        .containsExactly("EUR|USD|2024-02-01|0.9|1", "USD|EUR|2024-02-01|1|0.9");
    assertThat(tryton.rows("select * from dw_adapter")).containsExactly("tryton|6|RELEASED|3");
    assertThat(
            tryton.rows(
                "select item_code, item_name, category, vendor_id, lead_time_days, minimum_order,"
                    + " purchase_price, currency, active from dw_item"
                    + " where org_id = '1' and item_id in ('1', '5', '6') order by item_id"))
        .containsExactly(
            "BOLT|Bolt|Hardware|30|7|60|1.5|USD|true",
            "BOARD|Board|-|30|10|-|-|USD|true",
            "RENT|Rental|-|-|-|-|-|-|false");
  }

  @Test
  void linesToVendorsAndTheirTermsAreOfBaseUnits() throws Exception {
    Tryton tryton = tryton(Source.FIXTURE);
    assertThat(
            tryton.rows(
                "select line_id, document_no, item_id, site_id, vendor_id, ordered_on, promised_on,"
                    + " quantity_ordered, quantity_received, closed, unit_price, currency"
                    + " from dw_purchase_line order by 1"))
        .containsExactly(
            "PL:1|P1|5|5|30|2024-01-20|2024-01-30|70|50|false|20|USD",
            "PL:4|P4|1|5|31|2024-03-11|2024-03-20|12|0|false|1.5|USD");
    assertThat(
            tryton.rows(
                "select terms_id, vendor_id, preferred, lead_time_days, minimum_order, purchase_uom,"
                    + " purchase_factor, unit_price, currency from dw_supplier_terms order by 1"))
        .containsExactly(
            "PS:1:1|30|true|7|60|2|12|1.5|USD",
            "PS:2:1|31|false|3|-|2|12|-|USD",
            "PS:3:5|30|true|10|-|1|1|-|USD");
    assertThat(tryton.rows("select * from dw_price_break"))
        .containsExactly("1|PS:1:1|120|1.416667");
    assertThat(tryton.rows("select vendor_id, vendor_name from dw_vendor order by 1"))
        .containsExactly("30|Vendor", "31|Other vendor");
  }

  @Test
  void theDumpsPurchaseIsReadLineByLine() throws Exception {
    Tryton tryton = tryton(Source.DUMP);
    assertThat(
            tryton.rows(
                "select line_id, promised_on, quantity_ordered, quantity_received, closed, unit_price"
                    + " from dw_purchase_line order by 1"))
        .hasSize(3)
        .allMatch(row -> row.endsWith("|50|0|false|1"));
    assertThat(tryton.rows("select count(*) from dw_supplier_terms")).containsExactly("3");
  }

  @Test
  void isRecognisedByItsTablesAndItsVersionByTheirColumns() throws Exception {
    TestDatabase database = fixture();
    Candidate six = new AdapterFixture(database).recognition().chosen().orElseThrow();
    assertThat(six.adapter().erp() + six.version().id()).isEqualTo("tryton6");
    assertThat(six.exact()).isTrue();
    database.run("alter table stock_move rename column uom to unit");
    Candidate seven = new AdapterFixture(database).recognition().chosen().orElseThrow();
    assertThat(seven.answer()).contains("7");
    assertThat(seven.exact()).as("a version without a script").isFalse();
  }

  @Test
  void theViewsCanBeTakenAway() throws Exception {
    TestDatabase database = fixture();
    AdapterFixture fixture = new AdapterFixture(database);
    fixture.install("tryton", "6", Map.of());
    fixture.run("sql/erp/tryton/drop.sql");
    assertThat(
            AdapterFixture.rows(
                database,
                "select table_name from information_schema.views where table_schema = 'public'"))
        .isEmpty();
  }
}
