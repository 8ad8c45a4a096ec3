package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.erp.SqlScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The checks of purchases on tables in the place of the views: none finds anything in a small world
 * that is right, and each finds the one thing that was spoiled for it.
 */
class PurchasingChecksTest {
  private static final SqlScript SCRIPT = SqlScript.of("sql/erp/checks/purchasing.sql");
  private static final Pattern PROBLEM = Pattern.compile("select '([^']+)' as problem");

  /** Ten are ordered, four came, six are open. */
  private static final String[] RIGHT = {
    "insert into dw_item (org_id, item_id, shelf_life_days) values ('O', 'I', 30)",
    "insert into dw_site (org_id, site_id) values ('O', 'S'), ('O', 'T')",
    "insert into dw_stock_level values ('O', 'I', 'S', 10, 8, 2), ('O', 'I', 'T', 0, 0, null)",
    "insert into dw_vendor values ('O', 'V', 'Vendor', 100, 'EUR', '135', '1234567'),"
        + " ('O', 'W', 'Other', null, null, null, null)",
    "insert into dw_purchase_line (org_id, line_id, item_id, site_id, vendor_id, ordered_on,"
        + " promised_on, quantity_ordered, quantity_received, closed) values"
        + " ('O', 'L', 'I', 'S', 'V', date '2026-01-01', date '2026-01-05', 10, 4, false),"
        + " ('O', 'OLD', 'I', 'S', 'V', date '2025-01-01', null, 10, 3, true)",
    "insert into dw_purchase_receipt (org_id, receipt_id, item_id, quantity, purchase_line_id) values"
        + " ('O', 'R', 'I', 4, 'L'), ('O', 'BACK', 'I', 5, 'OLD'), ('O', 'OF NONE', 'I', 5, null)",
    "insert into dw_open_supply (org_id, supply_id, item_id, quantity_open, supply_kind,"
        + " purchase_line_id) values ('O', 'P', 'I', 6, 'PURCHASE', 'L'), ('O', 'M', 'I', 1, null, null)",
    "insert into dw_supplier_terms (org_id, terms_id, item_id, vendor_id, preferred, valid_to,"
        + " purchase_factor, unit_price) values ('O', 'X', 'I', 'V', true, date '2025-12-31', 12, 5),"
        + " ('O', 'Y', 'I', 'W', false, null, null, 6)",
    "insert into dw_supplier_terms (org_id, terms_id, item_id, vendor_id, preferred, valid_from)"
        + " values ('O', 'Z', 'I', 'W', true, date '2026-01-01')",
    "insert into dw_price_break values ('O', 'X', 100, 4), ('O', 'X', 200, 3)",
    "insert into dw_closed_day values ('O', date '2026-01-01', null, null),"
        + " ('O', date '2026-01-02', 'S', null), ('O', date '2026-01-02', null, 'V')",
    "insert into dw_transfer_lane values ('O', 'S', 'T', null, 2, null, null),"
        + " ('O', 'S', 'T', 'I', 3, 1, 1)",
    "insert into dw_lot values ('O', 'I', 'S', '1', 5, null), ('O', 'I', 'T', '1', 5, null)",
    "insert into dw_sales_line (org_id, line_id, line_kind, demand_date, quantity, quantity_delivered)"
        + " values ('O', 'SOL', 'ORDER', date '2026-01-07', 9, 4),"
        + " ('O', 'SOON', 'ORDER', date '2026-01-02', 3, null)",
    "insert into dw_open_demand values"
        + " ('O', 'SOL', 'D', 'I', 'S', date '2026-01-07', 5, 2, false),"
        + " ('O', 'SOON', 'D', 'I', 'S', null, 3, null, false)"
  };

  private Connection connection;

  @BeforeEach
  void make() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "OWNER", "p");
    for (String view : CanonicalViews.names()) {
      run(
          CanonicalViews.columns(view).stream()
              .map(c -> c.name() + " " + type(c.type().text()))
              .collect(Collectors.joining(", ", "create table " + view + " (", ")")));
    }
    for (String rows : RIGHT) {
      run(rows);
    }
  }

  private static String type(String text) {
    return switch (text) {
      case "numeric" -> "numeric(19,6)";
      case "ts" -> "timestamp(6)";
      default -> text;
    };
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void nothing_is_found_where_all_is_right() throws SQLException {
    assertThat(found()).isEmpty();
  }

  @Test
  void rows_that_are_there_twice_are_found() throws SQLException {
    finds(
        "supply_id is not unique",
        "insert into dw_open_supply select * from dw_open_supply where supply_id = 'M'");
    finds(
        "receipt_id is not unique",
        "insert into dw_purchase_receipt select * from dw_purchase_receipt where receipt_id = 'R'");
    finds(
        "purchase line_id is not unique in its org",
        "insert into dw_purchase_line (org_id, line_id, closed) values ('O', 'N', true), ('O', 'N', true)");
    finds(
        "vendor_id is not unique in its org",
        "insert into dw_vendor (org_id, vendor_id) values ('O', 'V')");
    finds(
        "terms_id is not unique in its org",
        "insert into dw_supplier_terms select * from dw_supplier_terms where terms_id = 'Y'");
    finds(
        "two price breaks of the same terms and quantity",
        "insert into dw_price_break values ('O', 'X', 100, 2)");
    finds(
        "two lanes of the same sites and item",
        "insert into dw_transfer_lane select * from dw_transfer_lane where item_id is null");
    finds(
        "lot_id is not unique in its org, item and site",
        "insert into dw_lot values ('O', 'I', 'S', '1', 1, null)");
  }

  @Test
  void orders_that_cannot_be_are_found() throws SQLException {
    finds(
        "purchase line ordered or received below zero",
        "update dw_purchase_line set quantity_ordered = -1 where line_id = 'OLD'");
    finds(
        "promised before it was ordered",
        "update dw_purchase_line set promised_on = date '2025-12-31' where line_id = 'L'");
    finds(
        "quantity_received is more than the receipts of the line add up to",
        "update dw_purchase_receipt set quantity = 3 where receipt_id = 'R'");
    finds(
        "receipt of a purchase line that is not there",
        "insert into dw_purchase_receipt (org_id, receipt_id, purchase_line_id) values ('O', 'Q', 'NONE')");
    finds(
        "open supply of a purchase line that is not there",
        "insert into dw_open_supply (org_id, supply_id, purchase_line_id) values ('O', 'Q', 'NONE')");
    finds(
        "open supply of a closed purchase line",
        "insert into dw_open_supply (org_id, supply_id, purchase_line_id) values ('O', 'Q', 'OLD')");
    finds(
        "more is open than was ordered and did not come",
        "update dw_open_supply set quantity_open = 7 where supply_id = 'P'");
    finds(
        "supply_kind is none of PURCHASE, TRANSFER, PRODUCTION",
        "update dw_open_supply set supply_kind = 'GIFT' where supply_id = 'M'");
  }

  @Test
  void terms_that_nobody_can_order_by_are_found() throws SQLException {
    finds(
        "terms of a vendor that is not in dw_vendor",
        "update dw_supplier_terms set vendor_id = 'U' where terms_id = 'Y'");
    finds(
        "terms of an item that is not in dw_item",
        "update dw_supplier_terms set item_id = 'U' where terms_id = 'Y'");
    finds(
        "purchase_factor is zero or below",
        "update dw_supplier_terms set purchase_factor = 0 where terms_id = 'Y'");
    finds(
        "lead time, minimum order, multiple or price of terms below zero",
        "update dw_supplier_terms set lead_time_days = -1 where terms_id = 'Y'");
    finds(
        "terms end before they begin",
        "update dw_supplier_terms set valid_from = date '2026-02-01', valid_to = date '2026-01-01' where terms_id = 'Y'");
    finds(
        "two vendors are preferred for one item on one day",
        "update dw_supplier_terms set valid_to = date '2026-01-01' where terms_id = 'X'");
    finds(
        "price break of terms that are not there",
        "insert into dw_price_break values ('O', 'U', 1, 1)");
    finds(
        "price break from nothing, or below zero",
        "insert into dw_price_break values ('O', 'Y', 0, 1)");
    finds(
        "minimum_order_value below zero, or without currency",
        "update dw_vendor set minimum_order_value = 5 where vendor_id = 'W'");
    finds(
        "order_days or delivery_days are no weekdays",
        "update dw_vendor set order_days = '08' where vendor_id = 'W'");
    finds(
        "order_days or delivery_days are no weekdays",
        "update dw_vendor set delivery_days = '' where vendor_id = 'W'");
  }

  @Test
  void days_lanes_and_stock_of_what_nobody_knows_are_found() throws SQLException {
    finds(
        "closed day of a site and a vendor at once",
        "insert into dw_closed_day values ('O', date '2026-01-03', 'S', 'V')");
    finds(
        "closed day of a site that is not in dw_site",
        "insert into dw_closed_day values ('O', date '2026-01-03', 'U', null)");
    finds(
        "lane from a site to itself",
        "insert into dw_transfer_lane values ('O', 'S', 'S', null, 1, null, null)");
    finds(
        "lane of a site that is not in dw_site",
        "insert into dw_transfer_lane values ('O', 'S', 'U', null, 1, null, null)");
    finds(
        "lead time, minimum order or multiple of a lane below zero",
        "update dw_transfer_lane set minimum_order = -1 where item_id is null");
    finds("shelf_life_days is zero or below", "update dw_item set shelf_life_days = 0");
    finds(
        "lot of an item that is not in dw_item",
        "insert into dw_lot values ('O', 'U', 'S', '1', 1, null)");
    finds(
        "available is not on_hand less reserved",
        "update dw_stock_level set reserved = 3 where site_id = 'S'");
  }

  @Test
  void customers_that_cannot_wait_so_are_found() throws SQLException {
    finds(
        "demand_id is not unique in its org",
        "insert into dw_open_demand values ('O', 'TWICE', 'D', 'I', 'S', null, 1, null, false),"
            + " ('O', 'TWICE', 'D', 'I', 'S', null, 1, null, false)",
        "insert into dw_sales_line (org_id, line_id, line_kind, quantity)"
            + " values ('O', 'TWICE', 'ORDER', 2)");
    finds(
        "open demand of nothing, or reserved below zero or beyond it",
        "update dw_open_demand set quantity_open = 0 where demand_id = 'SOON'");
    finds(
        "open demand of nothing, or reserved below zero or beyond it",
        "update dw_open_demand set reserved = 4 where demand_id = 'SOON'");
    finds(
        "more is open than a sales line that is demand ordered and did not deliver",
        "update dw_open_demand set quantity_open = 6 where demand_id = 'SOL'");
    finds(
        "more is open than a sales line that is demand ordered and did not deliver",
        "update dw_sales_line set excluded_because = 'CANCELLED' where line_id = 'SOON'");
    finds(
        "more is open than a sales line that is demand ordered and did not deliver",
        "update dw_open_demand set demand_id = 'NONE' where demand_id = 'SOON'");
    finds(
        "open demand is due on another day than its sales line is wanted",
        "update dw_open_demand set due_date = date '2026-01-08' where demand_id = 'SOL'");
  }

  /** Every check has its line above: what is said there is what the script says. */
  @Test
  void every_check_is_spoiled_for() throws Exception {
    String here =
        Files.readString(
            Path.of("src/test/java/org/demandwright/erp/adapter/PurchasingChecksTest.java"));
    assertThat(problems())
        .hasSizeGreaterThan(30)
        .allSatisfy(p -> assertThat(here).contains("\"" + p + "\""));
  }

  private static List<String> problems() {
    return SCRIPT.statements().stream()
        .flatMap(query -> PROBLEM.matcher(query).results())
        .map((MatchResult problem) -> problem.group(1))
        .toList();
  }

  /** Spoils one thing, sees that it and nothing else is found, and takes it back. */
  private void finds(String problem, String... spoils) throws SQLException {
    connection.setAutoCommit(false);
    for (String sql : spoils) {
      run(sql);
    }
    assertThat(found()).as(spoils[0]).containsExactly(problem);
    connection.rollback();
  }

  private List<String> found() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String query : SCRIPT.statements()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        if (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
