package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.Recognition.Candidate;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views over Apache OFBiz, on a made-up company and on the dump of its own demo rows. */
class OfbizAdapterIT {
  private static final Map<String, String> PARAMETERS = Map.of("time_zone", "America/New_York");

  private static final String GOODS =
      " (select p.product_id from product p where p.product_type_id not in ('ASSET_USAGE')"
          + " and p.product_type_id in (select t.product_type_id from product_type t"
          + " where t.is_physical = 'Y')) ";

  /** Demand of goods, told by the tables alone: of each product its lines, units and amounts. */
  private static final String DEMAND =
      """
      select product_id, count(*), sum(units), sum(amount) from (
        select i.product_id, i.quantity - coalesce(i.cancel_quantity, 0) as units,
               (i.quantity - coalesce(i.cancel_quantity, 0)) * i.unit_price + coalesce((
                  select sum(a.amount) from order_adjustment a
                  where (a.order_id, a.order_item_seq_id) = (i.order_id, i.order_item_seq_id)
                    and a.order_adjustment_type_id = 'PROMOTION_ADJUSTMENT'), 0) as amount
        from order_item i natural join (select order_id from order_header
               where order_type_id = 'SALES_ORDER' and product_store_id <> 'SISTER'
                 and status_id in ('ORDER_APPROVED', 'ORDER_SENT', 'ORDER_HOLD', 'ORDER_COMPLETED')) h
        where i.status_id not in ('ITEM_CANCELLED', 'ITEM_REJECTED')
          and i.quantity > coalesce(i.cancel_quantity, 0)
        union all
        select i.product_id, coalesce(i.quantity, 1), coalesce(i.quantity, 1) * i.amount
        from invoice_item i natural join (select invoice_id from invoice
               where invoice_type_id = 'SALES_INVOICE' and party_id <> 'SISTER'
                 and status_id not in ('INVOICE_IN_PROCESS', 'INVOICE_CANCELLED', 'INVOICE_VOIDED')) h
        where i.invoice_item_type_id in ('INV_FPROD_ITEM', 'INV_PROD_ITEM')
          and (i.invoice_id, i.invoice_item_seq_id) not in
              (select b.invoice_id, b.invoice_item_seq_id from order_item_billing b)
      ) x where product_id in %s group by product_id order by product_id collate "C"
      """
          .formatted(GOODS);

  private static final String ALL_LINES =
      """
      select (select count(*) from order_item i join order_header h using (order_id)
              where h.order_type_id = 'SALES_ORDER')
           + (select count(*) from return_item i join return_header h using (return_id)
              where h.return_header_type_id = 'CUSTOMER_RETURN')
           + (select count(*) from invoice_item i join invoice h using (invoice_id)
              where h.invoice_type_id in ('SALES_INVOICE', 'CUST_RTN_INVOICE'))
      """;

  @Test
  void every_line_of_a_made_up_company_counts_or_says_why_not() throws SQLException {
    TestDatabase reader = madeUp().reader();

    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, excluded_because, org_id, demand_date, item_id, site_id, quantity,"
                    + " net_amount, original_date from dw_sales_line order by line_id collate \"C\""))
        .containsExactly(
            "II:V1:01|LINKED_INVOICE|HOUSE|2024-01-11|TEA|EAST|4|48|-",
            "II:V1:02|NO_ITEM|HOUSE|2024-01-11|-|EAST|1|6|-",
            "II:V2:01|-|HOUSE|2024-01-12|TEA|WEST|2|24|-",
            "II:V2:02|-|HOUSE|2024-01-12|CUP|EAST|1|5|-",
            "II:V2:03|ADJUSTMENT|HOUSE|2024-01-12|TEA|EAST|1|-3|-",
            "II:V3:01|CANCELLED|HOUSE|2024-01-13|TEA|EAST|9|108|-",
            "II:V4:01|DRAFT|HOUSE|2024-01-14|TEA|EAST|9|108|-",
            "II:V5:01|INTER_COMPANY|HOUSE|2024-01-15|TEA|EAST|9|108|-",
            "II:V6:01|LINKED_INVOICE|HOUSE|2024-02-01|TEA|EAST|2|20|-",
            "OI:S1:01|-|HOUSE|2024-01-10|TEA|WEST|6|60|-",
            "OI:S1:02|-|HOUSE|2024-01-01|CUP|EAST|1|0|-",
            "OI:S1:03|CANCELLED|HOUSE|2024-01-01|CUP|EAST|0|0|-",
            "OI:S1:04|CANCELLED|HOUSE|2024-01-01|CUP|EAST|2|10|-",
            "OI:S1:05|NOT_A_PRODUCT|HOUSE|2024-01-01|COURSE|EAST|1|99|-",
            "OI:S1:06|NOT_A_PRODUCT|HOUSE|2024-01-01|ROOM|EAST|1|99|-",
            "OI:S1:07|NO_ITEM|HOUSE|2024-01-01|-|EAST|1|20|-",
            "OI:S1:08|-|HOUSE|2024-01-01|GIFTBOX|EAST|2|60|-",
            "OI:S2:01|DRAFT|HOUSE|2024-01-03|TEA|EAST|7|84|-",
            "OI:S3:01|CANCELLED|HOUSE|2024-01-03|TEA|EAST|8|96|-",
            "OI:S4:01|-|HOUSE|2024-01-04|TEA|WEST|5|60|-",
            "OI:S4:02|-|HOUSE|2024-01-04|CUP|WEST|4|20|-",
            "OI:S5:01|INTER_COMPANY|SISTER|2024-01-05|TEA|ABROAD|100|800|-",
            "RI:R1:01|-|HOUSE|2024-02-01|TEA|EAST|-2|-20|2024-01-10",
            "RI:R1:02|NO_ITEM|HOUSE|2024-02-01|-|EAST|-1|-7|-",
            "RI:R2:01|DRAFT|HOUSE|2024-02-02|TEA|EAST|-1|-12|2024-01-04",
            "RI:R3:01|CANCELLED|HOUSE|2024-02-03|TEA|EAST|-1|-12|2024-01-04",
            "RI:R5:01|-|HOUSE|2024-02-05|CUP|EAST|-2|-10|-");
  }

  @Test
  void prices_flags_stock_and_supply_of_the_made_up_company() throws SQLException {
    TestDatabase reader = madeUp().reader();

    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, uom_id, quantity_delivered, unit_price_net, unit_price_list,"
                    + " currency, on_promotion, drop_ship, is_kit, changed_at from dw_sales_line"
                    + " where source_kind = 'OI' and excluded_because is null order by line_id"))
        .containsExactly(
            "OI:S1:01|OTH_ea|4|10|15|USD|true|false|false|2024-01-02 04:00:00.0",
            "OI:S1:02|OTH_ea|0|0|5|USD|true|false|false|2024-01-02 04:00:00.0",
            "OI:S1:08|OTH_ea|0|30|30|USD|false|false|true|2024-01-02 04:00:00.0",
            "OI:S4:01|OTH_ea|5|12|12|USD|false|false|false|2024-01-04 16:00:00.0",
            "OI:S4:02|OTH_ea|0|5|5|USD|false|true|false|2024-01-04 16:00:00.0");
    assertThat(
            AdapterFixture.rows(
                reader, "select * from dw_kit_component where org_id = 'HOUSE' order by 3"))
        .containsExactly("HOUSE|GIFTBOX|CUP|2", "HOUSE|GIFTBOX|TEA|1");
    assertThat(AdapterFixture.rows(reader, "select * from dw_stock_ledger order by source_key"))
        .containsExactly(
            "1|HOUSE|TEA|WEST|2024-01-01|ADJUST|10|10",
            "2|HOUSE|TEA|WEST|2024-01-05|ISSUE|-4|6",
            "3|HOUSE|TEA|EAST|2024-01-20|RECEIPT|30|30",
            "4|HOUSE|TEA|EAST|2024-02-01|RETURN|2|32");
    assertThat(AdapterFixture.rows(reader, "select * from dw_stock_level order by site_id"))
        .containsExactly("HOUSE|TEA|EAST|32|32|0", "HOUSE|TEA|WEST|6|4|2");
    assertThat(AdapterFixture.rows(reader, "select * from dw_price where org_id = 'HOUSE'"))
        .containsExactlyInAnyOrder(
            "PP:TEA:HOUSE:2023-01-01|HOUSE|TEA|-|2023-01-01|2023-12-31|10|USD",
            "PP:TEA:HOUSE:2024-01-01|HOUSE|TEA|-|2024-01-01|-|12|USD");
    assertThat(
            AdapterFixture.rows(
                reader, "select item_id, from_date, to_date, discount from dw_promotion"))
        .containsExactly("TEA|2024-03-01|2024-03-11|0.25");
    assertThat(AdapterFixture.rows(reader, "select * from dw_open_supply"))
        .containsExactly("PO:P1:01|HOUSE|TEA|EAST|20|2024-02-01|PURCHASE|FARM|P1|PO:P1:01");
    assertThat(AdapterFixture.rows(reader, "select * from dw_open_demand order by demand_id"))
        .as("four of six are issued; what was cancelled, given up or is no goods is not waited for")
        .containsExactly(
            "HOUSE|OI:S1:01|S1|TEA|WEST|2024-01-10|2|-|false",
            "HOUSE|OI:S1:02|S1|CUP|EAST|-|1|-|false",
            "HOUSE|OI:S1:08|S1|GIFTBOX|EAST|-|2|-|false");
    assertThat(AdapterFixture.rows(reader, "select * from dw_purchase_receipt"))
        .containsExactly("SR:RC1|HOUSE|TEA|EAST|FARM|2024-01-02|2024-01-20|30|PO:P1:01");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select active, vendor_id, lead_time_days, minimum_order, order_multiple,"
                    + " purchase_price from dw_item where item_id = 'TEA' and org_id = 'HOUSE'"))
        .containsExactly("true|FARM|21|50|10|4");
  }

  @Test
  void purchases_terms_and_lots_of_the_made_up_company() throws SQLException {
    TestDatabase reader = madeUp().reader();

    assertThat(
            AdapterFixture.rows(
                reader,
                "select line_id, document_no, item_id, site_id, vendor_id, ordered_on, promised_on,"
                    + " quantity_ordered, quantity_received, closed, unit_price, currency"
                    + " from dw_purchase_line"))
        .as("ten were cancelled, thirty came; what nobody approved is left out")
        .containsExactly("PO:P1:01|P1|TEA|EAST|FARM|2024-01-02|2024-02-01|50|30|false|4|USD");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select terms_id, vendor_id, preferred, valid_to, lead_time_days, minimum_order,"
                    + " order_multiple, unit_price, currency from dw_supplier_terms"
                    + " where org_id = 'HOUSE' order by 2"))
        .containsExactly(
            "SP:TEA:FARM:USD:20200101000000|FARM|true|-|21|50|10|4|USD",
            "SP:TEA:OLDFARM:USD:20200101000000|OLDFARM|false|2020-12-31|1|1|1|1|USD");
    assertThat(AdapterFixture.rows(reader, "select * from dw_price_break where org_id = 'HOUSE'"))
        .containsExactly("HOUSE|SP:TEA:FARM:USD:20200101000000|200|3.5");
    assertThat(
            AdapterFixture.rows(
                reader,
                "select vendor_id, vendor_name from dw_vendor where org_id = 'HOUSE' order by 1"))
        .containsExactly("FARM|The farm", "OLDFARM|The old farm");
    assertThat(AdapterFixture.rows(reader, "select * from dw_lot"))
        .containsExactly("HOUSE|TEA|EAST|L7|32|2024-11-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixture", "dump"})
  void lines_units_and_amounts_are_those_of_the_tables(String source)
      throws SQLException, IOException {
    AdapterFixture ofbiz = source.equals("dump") ? dump() : madeUp();
    TestDatabase owner = ofbiz.owner();
    TestDatabase reader = ofbiz.reader();

    assertThat(ofbiz.recognition().chosen().orElseThrow().version().id()).isEqualTo("10.04");
    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(AdapterFixture.rows(reader, "select count(*) from dw_sales_line"))
        .isEqualTo(AdapterFixture.rows(owner, ALL_LINES));
    assertThat(
            AdapterFixture.rows(
                reader,
                "select item_id, count(*), sum(quantity), sum(net_amount) from dw_sales_line"
                    + " where excluded_because is null and line_kind <> 'RETURN'"
                    + " group by item_id order by item_id collate \"C\""))
        .isNotEmpty()
        .isEqualTo(AdapterFixture.rows(owner, DEMAND));
    assertThat(
            AdapterFixture.rows(reader, "select coalesce(sum(quantity), 0) from dw_stock_ledger"))
        .isEqualTo(
            AdapterFixture.rows(
                owner,
                "select coalesce(sum(quantity_on_hand_diff), 0) from inventory_item_detail"
                    + " where inventory_item_id <> 'BROKEN'"));
  }

  @Test
  void it_is_recognised_and_its_columns_are_those_of_the_contract() throws SQLException {
    AdapterFixture ofbiz = madeUp();

    Candidate candidate = ofbiz.recognition().chosen().orElseThrow();

    assertThat(candidate.adapter().erp()).isEqualTo("ofbiz");
    assertThat(candidate.version().id()).isEqualTo("10.04");
    assertThat(candidate.version().status()).isEqualTo(Status.RELEASED);
    assertThat(candidate.exact()).isTrue();
    assertThat(AdapterFixture.wrongColumns(ofbiz.reader())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product add order_decimal_quantity",
        "order_header add invoice_per_shipment",
        "return_header add supplier_rma_id"
      })
  void a_newer_release_is_a_draft(String addedLater) throws SQLException {
    AdapterFixture ofbiz = new AdapterFixture(SharedPostgres.create("ofbiz"));
    ofbiz.run("erp/ofbiz/fixture.sql");
    ofbiz.owner().run("alter table " + addedLater + " varchar(20)");

    Candidate candidate = ofbiz.recognition().chosen().orElseThrow();

    assertThat(candidate.version().id()).isEqualTo("11");
    assertThat(candidate.version().status()).isEqualTo(Status.DRAFT);
    assertThat(candidate.exact()).isTrue();
    ofbiz.install("ofbiz", "11", PARAMETERS);
    assertThat(AdapterFixture.rows(ofbiz.reader(), "select * from dw_adapter"))
        .containsExactly("ofbiz|newer than 10.04|DRAFT|3");
  }

  @Test
  void the_reader_is_refused_the_tables() throws SQLException {
    TestDatabase reader = madeUp().reader();
    assertThatThrownBy(() -> AdapterFixture.rows(reader, "select * from order_item"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_window_reaches_the_indexes_that_the_readme_names() throws SQLException {
    TestDatabase owner = madeUp().owner();
    owner.run(
        "create index dw_order_item_changed on order_item ((last_updated_stamp at time zone 'UTC'))",
        "create index dw_return_item_changed on return_item ((last_updated_stamp at time zone 'UTC'))",
        "create index dw_invoice_item_changed on invoice_item ((last_updated_stamp at time zone 'UTC'))",
        // so few rows would be read whole
        "alter database " + owner.url().replaceAll(".*/", "") + " set enable_seqscan = off");

    assertThat(
            String.join(
                "\n",
                AdapterFixture.rows(
                    owner,
                    "explain select * from dw_sales_line where changed_at > '2024-01-03' and"
                        + " changed_at <= '2024-01-04' order by changed_at, source_key, line_id")))
        .contains("dw_order_item_changed", "dw_return_item_changed", "dw_invoice_item_changed");
  }

  @Test
  void what_was_installed_can_be_dropped() throws SQLException {
    AdapterFixture ofbiz = madeUp();
    ofbiz.run("sql/erp/ofbiz/drop.sql");
    assertThat(
            AdapterFixture.rows(
                ofbiz.owner(),
                "select table_name from information_schema.views where table_schema = 'public'"))
        .isEmpty();
  }

  @Test
  void conversions_of_money_are_rates_the_last_of_a_day_counts() throws SQLException {
    assertThat(
            AdapterFixture.rows(
                madeUp().owner(),
                "select from_currency, to_currency, valid_from, units, rate from dw_exchange_rate"
                    + " order by 3"))
        .containsExactly("EUR|USD|2024-01-01|1|1.125", "EUR|USD|2024-02-01|1|1.2");
  }

  private static AdapterFixture madeUp() throws SQLException {
    AdapterFixture ofbiz = new AdapterFixture(SharedPostgres.create("ofbiz"));
    ofbiz.run("erp/ofbiz/fixture.sql");
    ofbiz.install("ofbiz", "10.04", PARAMETERS);
    return ofbiz;
  }

  private static AdapterFixture dump() throws SQLException, IOException {
    PostgresDump dump = PostgresDump.of("ofbiz");
    assumeThat(dump.isThere())
        .as("the dump of a real OFBiz, %s, is not beside the project", dump.file())
        .isTrue();
    AdapterFixture ofbiz = new AdapterFixture(SharedPostgres.create("ofbiz"));
    dump.load(ofbiz.owner());
    ofbiz.install("ofbiz", "10.04", PARAMETERS);
    return ofbiz;
  }
}
