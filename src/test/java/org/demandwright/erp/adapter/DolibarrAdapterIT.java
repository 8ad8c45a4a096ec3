package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.erp.adapter.Recognition.Candidate;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views over Dolibarr, on a made-up company and on the dump of a real installation. */
class DolibarrAdapterIT {
  private static final Map<String, String> PARAMETERS = Map.of("time_zone", "Europe/Paris");

  /** Demand of goods, told by the tables alone: of each product its lines, units and amounts. */
  private static final String DEMAND =
      """
      select product, count(*), sum(qty), sum(amount) from (
        select d.fk_product as product, d.qty, d.total_ht as amount
        from llx_commandedet d, llx_commande c, llx_product p
        where c.rowid = d.fk_commande and p.rowid = d.fk_product and p.fk_product_type = 0
          and c.fk_statut in (1, 2, 3) and c.fk_soc <> 3 and d.product_type = 0 and d.qty > 0 and d.total_ht >= 0
        union all
        select d.fk_product, d.qty, d.total_ht
        from llx_facturedet d, llx_facture f, llx_product p
        where f.rowid = d.fk_facture and p.rowid = d.fk_product and p.fk_product_type = 0
          and f.type in (0, 1) and f.fk_statut in (1, 2) and f.fk_soc <> 3 and d.product_type = 0
          and d.qty > 0 and d.total_ht >= 0 and d.info_bits in (0, 1)
          and f.rowid not in (select fk_target from llx_element_element
                              where targettype = 'facture' and sourcetype in ('commande', 'shipping'))
          and coalesce(f.fk_facture_source, 0) not in (select fk_target from llx_element_element
                              where targettype = 'facture' and sourcetype in ('commande', 'shipping'))
      ) x group by product order by product
      """;

  private static final String RETURNS =
      """
      select d.fk_product, count(*), -sum(d.qty), sum(d.total_ht)
      from llx_facturedet d, llx_facture f
      where f.rowid = d.fk_facture and f.type = 2 and f.fk_statut in (1, 2) and d.fk_product is not null
        and d.product_type = 0 and d.qty <> 0
      group by 1 order by 1
      """;

  private static final Map<String, Company> KEPT = new HashMap<>();

  private static final String OWN_COMPANY =
      "create or replace view dw_setting_own_company as"
          + " select s.rowid as customer from llx_societe s where s.rowid = 3";

  @ParameterizedTest
  @MethodSource("versions")
  void every_line_of_a_made_up_company_counts_or_says_why_not(String version) throws SQLException {
    TestDatabase reader = kept(version).reader();

    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, excluded_because, org_id, demand_date, item_id, site_id, quantity,"
                    + " net_amount, original_date from dw_sales_line where line_id <> 'CD:15'"
                    + " order by source_kind, source_key"))
        .containsExactly(
            "CD:1|-|1|2024-01-10|1|3|10|95|-",
            "CD:2|-|1|2024-01-10|1|-|3|24|-",
            "CD:3|NO_ITEM|1|2024-01-10|-|-|1|12|-",
            "CD:4|NOT_A_PRODUCT|1|2024-01-10|3|-|2|100|-",
            "CD:5|ZERO_QUANTITY|1|2024-01-10|1|-|0|0|-",
            "CD:6|NEGATIVE_QUANTITY|1|2024-01-10|1|-|-2|-20|-",
            "CD:7|-|1|2024-01-10|4|-|2|60|-",
            "CD:8|NOT_A_PRODUCT|1|2024-01-10|-|-|1|8|-",
            "CD:9|NOT_A_PRODUCT|1|2024-01-10|-|-|0|0|-",
            "CD:10|DRAFT|1|2024-01-03|1|-|5|50|-",
            "CD:11|CANCELLED|1|2024-01-03|1|-|6|60|-",
            "CD:12|-|1|2024-01-04|2|-|2.5|10|-",
            "CD:13|INTER_COMPANY|1|2024-01-05|1|-|7|42|-",
            "CD:14|-|2|2024-01-06|5|2|1|80|-",
            "FD:1|LINKED_INVOICE|1|2024-01-11|1|-|10|95|-",
            "FD:2|-|1|2024-01-12|1|-|4|40|-",
            "FD:3|NO_ITEM|1|2024-01-12|-|-|1|15|-",
            "FD:4|ADJUSTMENT|1|2024-01-12|-|-|1|-5|-",
            "FD:5|NOT_A_PRODUCT|1|2024-01-12|3|-|1|50|-",
            "FD:6|-|1|2024-02-01|1|-|-2|-20|2024-01-10",
            "FD:7|-|1|2024-02-02|1|-|-1|-10|2024-01-12",
            "FD:8|DEPOSIT|1|2024-02-03|1|-|1|30|-",
            "FD:9|VOID|1|2024-02-04|1|-|2|20|-",
            "FD:10|-|1|2024-02-05|1|-|3|30|-",
            "FD:11|CANCELLED|1|2024-02-06|1|-|9|90|-",
            "FD:12|LINKED_INVOICE|1|2024-02-07|1|-|4|40|-",
            "FD:13|LINKED_INVOICE|1|2024-02-08|1|-|4|40|-",
            "FD:14|DRAFT|1|2024-02-09|1|-|8|80|-",
            "FD:15|PROGRESS_INVOICE|1|2024-02-10|1|-|5|50|-",
            "FD:16|-|1|2024-02-11|1|-|-1|-10|2024-01-10",
            "FD:17|INTER_COMPANY|1|2024-02-12|1|-|6|60|-",
            "PD:1|DRAFT|1|2023-12-20|1|-|100|1000|-");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void prices_units_stock_and_supply_of_the_made_up_company(String version) throws SQLException {
    TestDatabase reader = kept(version).reader();

    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, uom_id, quantity_delivered, unit_price_net, unit_price_list, currency,"
                    + " case when on_promotion then 'promotion' end, case when is_kit then 'kit' end"
                    + " from dw_sales_line where line_id in ('CD:1', 'CD:2', 'CD:7', 'CD:14', 'FD:6')"
                    + " order by source_kind, source_key"))
        .containsExactly(
            "CD:1|P|4|9.5|10|EUR|-|-",
            "CD:2|P|0|8|10|EUR|promotion|-",
            "CD:7|P|0|30|30|EUR|-|kit",
            "CD:14|UNIT|0|80|80|USD|-|-",
            "FD:6|P|-|10|10|EUR|-|-");
    assertThat(AdapterFixture.rows(reader, "select * from dw_kit_component order by 3"))
        .containsExactly("1|4|1|2", "1|4|2|0.5");
    assertThat(AdapterFixture.rows(reader, "select * from dw_stock_ledger order by source_key"))
        .containsExactly(
            "1|1|1|3|2024-01-01|RECEIPT|10|10",
            "2|1|1|3|2024-01-05|ISSUE|-4|6",
            "3|1|1|3|2024-01-05|ADJUST|-1|5",
            "4|2|5|2|2024-01-06|ADJUST|1|1",
            "5|2|5|2|2024-01-07|ISSUE|-1|0");
    assertThat(AdapterFixture.rows(reader, "select * from dw_price order by valid_from"))
        .containsExactly(
            "PP:1:1|1|1|-|2023-01-01|2023-12-31|9|EUR", "PP:3:1|1|1|-|2024-01-01|-|10|EUR");
    assertThat(AdapterFixture.rows(reader, "select * from dw_open_supply"))
        .containsExactly("CFD:1|2|5|2|12|2024-02-02|PURCHASE|4|CF1|CFD:1");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select demand_id, document_no, org_id, item_id, site_id, due_date, quantity_open,"
                    + " reserved from dw_open_demand where demand_id <> 'CD:15' order by demand_id"))
        .as("a shipment that is a draft has sent nothing")
        .containsExactly(
            "CD:1|CO1|1|1|3|2024-01-10|6|-",
            "CD:14|CO6|2|5|2|-|1|-",
            "CD:2|CO1|1|1|-|2024-01-10|3|-",
            "CD:7|CO1|1|4|-|2024-01-10|2|-");
    assertThat(AdapterFixture.rows(reader, "select * from dw_purchase_receipt"))
        .containsExactly("CFR:1|2|5|2|4|2024-01-02|2024-01-20|8|CFD:1");
    assertThat(AdapterFixture.rows(reader, "select * from dw_reorder_rule"))
        .containsExactly("2|5|2|2|-");
    assertThat(AdapterFixture.rows(reader, "select * from dw_site order by site_id"))
        .containsExactly(
            "1|1|North|Europe/Paris", "2|2|Overseas|Europe/Paris", "3|1|South|Europe/Paris");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void purchases_terms_and_lots_of_the_made_up_company(String version) throws SQLException {
    TestDatabase reader = kept(version).reader();

    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, document_no, item_id, site_id, vendor_id, ordered_on, promised_on,"
                    + " quantity_ordered, quantity_received, case when closed then 'closed' end,"
                    + " unit_price, currency from dw_purchase_line order by line_id"))
        .containsExactly(
            "CFD:1|CF1|5|2|4|2024-01-02|2024-02-02|20|8|-|20|USD",
            "CFD:4|CF3|5|2|4|2024-01-04|-|0|0|closed|20|USD");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select terms_id, vendor_id, case when preferred then 'preferred' end,"
                    + " lead_time_days, minimum_order, unit_price, currency from dw_supplier_terms"
                    + " order by terms_id"))
        .containsExactly("PF:1:1|4|preferred|14|100|6|EUR", "PF:2:1|2|-|3|1|8|EUR");
    assertThat(AdapterFixture.rows(reader, "select * from dw_price_break"))
        .containsExactly("1|PF:1:1|500|5.5");
    assertThat(AdapterFixture.rows(reader, "select org_id, vendor_id from dw_vendor order by 1, 2"))
        .containsExactly("1|2", "1|4", "2|4");
    assertThat(AdapterFixture.rows(reader, "select * from dw_lot order by lot_id"))
        .containsExactly("1|1|3|L1|2|2024-12-31", "1|1|3|L2|1|2024-11-30");
  }

  @ParameterizedTest
  @MethodSource("newerVersions")
  void a_document_in_another_currency_and_unit_keeps_the_one_and_converts_the_other(String version)
      throws SQLException {
    assertThat(
            AdapterFixture.rows(
                kept(version).reader(),
                "select quantity, uom_id, unit_price_net, unit_price_list, net_amount, currency"
                    + " from dw_sales_line where line_id = 'CD:15'"))
        .containsExactly("0.5|KG|8|8|4|GBP");
  }

  /** By the rule that settings.sql gives as an example. */
  @Test
  void a_credit_note_that_moved_no_stock_lowers_a_price_where_the_administrator_says_so()
      throws SQLException {
    AdapterFixture dolibarr = madeUp("3.8");
    dolibarr
        .owner()
        .run(
            "alter table llx_stock_mouvement add fk_origin int, add origintype varchar(32)",
            "update llx_stock_mouvement set origintype = 'facture', fk_origin ="
                + " (select fk_facture from llx_facturedet where rowid = 6) where rowid = 3",
            "create or replace view dw_setting_goods_credit as select f.rowid as credit_note"
                + " from llx_facture f where f.type = 2 and exists (select 1 from"
                + " llx_stock_mouvement m where m.origintype = 'facture' and m.fk_origin = f.rowid)");

    TestDatabase reader = dolibarr.reader();
    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, excluded_because, quantity from dw_sales_line"
                    + " where line_kind = 'RETURN' order by source_key"))
        .containsExactly("FD:6|-|-2", "FD:7|ADJUSTMENT|-1", "FD:16|ADJUSTMENT|-1");
  }

  @Test
  void a_unit_that_cannot_be_converted_is_found_by_the_checks() throws SQLException {
    AdapterFixture dolibarr = madeUp("3.8");
    dolibarr.owner().run("update llx_commandedet set fk_unit = 3 where rowid = 12");

    assertThat(AdapterFixture.problems(dolibarr.reader()))
        .containsExactly("demand.sql: uom_id is not the unit of the item|CD:12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixture", "dump"})
  void lines_units_and_amounts_are_those_of_the_tables(String source)
      throws SQLException, IOException {
    Company company = source.equals("dump") ? dump() : kept("3.8");
    TestDatabase owner = company.dolibarr().owner();
    TestDatabase reader = company.reader();

    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(AdapterFixture.rows(reader, "select count(*) from dw_sales_line"))
        .isEqualTo(
            AdapterFixture.rows(
                owner,
                "select (select count(*) from llx_commandedet) + (select count(*) from llx_facturedet)"
                    + " + (select count(*) from llx_propaldet)"));
    assertThat(counted(reader, "quantity > 0"))
        .isNotEmpty()
        .isEqualTo(AdapterFixture.rows(owner, DEMAND));
    assertThat(counted(reader, "line_kind = 'RETURN'"))
        .isNotEmpty()
        .isEqualTo(AdapterFixture.rows(owner, RETURNS));
    assertThat(
            AdapterFixture.rows(
                reader,
                "select item_id, site_id, sum(quantity) from dw_stock_ledger group by 1, 2 order by 1, 2"))
        .isEqualTo(
            AdapterFixture.rows(
                owner,
                "select cast(fk_product as char), cast(fk_entrepot as char), sum(value)"
                    + " from llx_stock_mouvement group by 1, 2 order by 1, 2"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void the_version_is_recognised_by_its_columns(String version) throws SQLException {
    Company company = kept(version);

    Candidate candidate = company.dolibarr().recognition().chosen().orElseThrow();

    assertThat(candidate.adapter().erp()).isEqualTo("dolibarr");
    assertThat(candidate.version().id()).isEqualTo(version);
    assertThat(candidate.exact()).isTrue();
    assertThat(AdapterFixture.wrongColumns(company.reader())).isEmpty();
  }

  @Test
  void the_reader_is_refused_the_tables() throws SQLException {
    TestDatabase reader = kept("3.8").reader();
    assertThatThrownBy(() -> AdapterFixture.rows(reader, "select * from llx_commandedet"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("SELECT command denied");
    assertThatThrownBy(() -> AdapterFixture.rows(reader, "select * from dw_setting_own_company"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("SELECT command denied");
  }

  @Test
  void a_window_reaches_the_indexes_that_the_readme_names() throws SQLException {
    AdapterFixture dolibarr = madeUp("3.8");
    dolibarr
        .owner()
        .run(
            "create index dw_commande_tms on llx_commande (tms, rowid)",
            "create index dw_facture_tms on llx_facture (tms, rowid)",
            "create index dw_propal_tms on llx_propal (tms, rowid)");

    assertThat(keysOfWindow(dolibarr.owner()))
        .contains("dw_commande_tms", "dw_facture_tms", "dw_propal_tms");
  }

  @Test
  void what_was_installed_can_be_dropped() throws SQLException {
    AdapterFixture dolibarr = madeUp("20");
    dolibarr.run("sql/erp/dolibarr/drop.sql");
    assertThat(AdapterFixture.rows(dolibarr.owner(), "show full tables where Table_type = 'VIEW'"))
        .isEmpty();
  }

  private static List<String> counted(TestDatabase reader, String which) throws SQLException {
    return AdapterFixture.rows(
        reader,
        "select cast(item_id as integer), count(*), sum(quantity), sum(net_amount) from dw_sales_line"
            + " where excluded_because is null and "
            + which
            + " group by item_id order by 1");
  }

  private static List<String> keysOfWindow(TestDatabase owner) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = owner.open();
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "explain select * from dw_sales_line where changed_at > '2024-01-03 10:00:00' and"
                    + " changed_at <= '2024-01-03 10:00:01' order by changed_at, source_key, line_id")) {
      while (plan.next()) {
        keys.add(plan.getString("key"));
      }
    }
    return keys;
  }

  @Test
  void rates_of_other_currencies_are_read_the_last_of_a_day_counts() throws SQLException {
    assertThat(
            AdapterFixture.rows(
                kept("20").dolibarr().owner(),
                "select from_currency, to_currency, valid_from, units, rate from dw_exchange_rate"
                    + " order by 3"))
        .containsExactly("EUR|GBP|2024-01-01|1|0.86", "USD|GBP|2024-01-02|1|0.8");
  }

  /** The oldest and the newest; with {@code -Plong} the one in between, too. */
  private static Stream<String> versions() {
    return Stream.concat(Stream.of("3.8"), newerVersions());
  }

  private static Stream<String> newerVersions() {
    return Boolean.getBoolean("long.tests") ? Stream.of("10", "20") : Stream.of("20");
  }

  /** One company a version for all tests that only read, whose user sees the views alone. */
  private static synchronized Company kept(String version) throws SQLException {
    if (!KEPT.containsKey(version)) {
      AdapterFixture dolibarr = madeUp(version);
      KEPT.put(version, new Company(dolibarr, dolibarr.reader()));
    }
    return KEPT.get(version);
  }

  private record Company(AdapterFixture dolibarr, TestDatabase reader) {}

  /** A company of its own, for a test that changes it. */
  private static AdapterFixture madeUp(String version) throws SQLException {
    return installed(tables(version), version);
  }

  private static AdapterFixture tables(String version) throws SQLException {
    AdapterFixture dolibarr = new AdapterFixture(SharedMariaDb.create("dolibarr"));
    dolibarr.run("erp/dolibarr/fixture.sql");
    if (!version.equals("3.8")) {
      dolibarr.run("erp/dolibarr/fixture-10.sql");
    }
    if (version.equals("20")) {
      dolibarr.run("erp/dolibarr/fixture-20.sql");
    }
    return dolibarr;
  }

  private static Company dump() throws SQLException, IOException {
    PostgresDump dump = PostgresDump.of("dolibarr");
    assumeThat(dump.isThere())
        .as("the dump of a real Dolibarr, %s, is not beside the project", dump.file())
        .isTrue();
    AdapterFixture dolibarr = new AdapterFixture(SharedMariaDb.create("dolibarr"));
    dump.load(dolibarr.owner());
    return new Company(installed(dolibarr, "3.8"), dolibarr.reader());
  }

  private static AdapterFixture installed(AdapterFixture dolibarr, String version)
      throws SQLException {
    dolibarr.install("dolibarr", version, PARAMETERS);
    dolibarr.owner().run(OWN_COMPANY);
    return dolibarr;
  }
}
