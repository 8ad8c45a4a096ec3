package org.demandwright.core.supply;

import static org.demandwright.core.supply.SupplyColumn.Meaning.COMPANY;
import static org.demandwright.core.supply.SupplyColumn.Meaning.CURRENCY;
import static org.demandwright.core.supply.SupplyColumn.Meaning.IDENTITY;
import static org.demandwright.core.supply.SupplyColumn.Meaning.NOT_NEGATIVE;
import static org.demandwright.core.supply.SupplyColumn.Meaning.PLAIN;
import static org.demandwright.core.supply.SupplyColumn.Meaning.POSITIVE;
import static org.demandwright.core.supply.SupplyColumn.Meaning.SITE;
import static org.demandwright.core.supply.SupplyColumn.Meaning.WEEKDAYS;
import static org.demandwright.core.supply.SupplyColumn.amount;
import static org.demandwright.core.supply.SupplyColumn.day;
import static org.demandwright.core.supply.SupplyColumn.flag;
import static org.demandwright.core.supply.SupplyColumn.key;
import static org.demandwright.core.supply.SupplyColumn.keyOrAll;
import static org.demandwright.core.supply.SupplyColumn.text;
import static org.demandwright.core.supply.SupplyColumn.whole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The views of an ERP that tell of stock and supply, each with the columns that are read and kept.
 * The meaning of every column is said by the contract of the views ({@code sql/erp/CONTRACT.md}).
 */
public enum SupplyTable {
  /** What the ERP knows of how an item is bought and kept. */
  ITEM(
      "dw_item",
      Time.NOW,
      key("org_id", COMPANY),
      key("item_id", SupplyColumn.Meaning.ITEM),
      text("vendor_id", IDENTITY),
      whole("lead_time_days"),
      amount("minimum_order", NOT_NEGATIVE),
      amount("order_multiple", NOT_NEGATIVE),
      amount("purchase_price", NOT_NEGATIVE),
      text("currency", CURRENCY),
      whole("shelf_life_days"),
      flag("active")),

  STOCK_LEVEL(
      "dw_stock_level",
      Time.NOW,
      key("org_id", COMPANY),
      key("item_id", SupplyColumn.Meaning.ITEM),
      key("site_id", SITE),
      amount("on_hand", PLAIN).needed(),
      amount("available", PLAIN),
      amount("reserved", NOT_NEGATIVE)),

  LOT(
      "dw_lot",
      Time.NOW,
      key("org_id", COMPANY),
      key("item_id", SupplyColumn.Meaning.ITEM),
      key("site_id", SITE),
      key("lot_id", PLAIN),
      amount("quantity", PLAIN).needed(),
      day("expires_on")),

  OPEN_SUPPLY(
      "dw_open_supply",
      Time.NOW,
      key("supply_id", IDENTITY),
      text("org_id", COMPANY),
      text("item_id", SupplyColumn.Meaning.ITEM).needed(),
      text("site_id", SITE).needed(),
      amount("quantity_open", POSITIVE).needed(),
      day("due_date"),
      text("supply_kind"),
      text("vendor_id", IDENTITY),
      text("document_no"),
      text("purchase_line_id", IDENTITY)),

  /** What customers ordered and did not get. */
  OPEN_DEMAND(
      "dw_open_demand",
      Time.NOW,
      key("org_id", COMPANY),
      key("demand_id", IDENTITY),
      text("document_no"),
      text("item_id", SupplyColumn.Meaning.ITEM).needed(),
      text("site_id", SITE).needed(),
      day("due_date"),
      amount("quantity_open", POSITIVE).needed(),
      amount("reserved", NOT_NEGATIVE),
      flag("drop_ship")),

  PURCHASE_LINE(
      "dw_purchase_line",
      Time.PAST,
      key("org_id", COMPANY),
      key("line_id", IDENTITY),
      text("document_no"),
      text("item_id", SupplyColumn.Meaning.ITEM).needed(),
      text("site_id", SITE),
      text("vendor_id", IDENTITY).needed(),
      day("ordered_on").needed(),
      day("promised_on"),
      amount("quantity_ordered", NOT_NEGATIVE).needed(),
      amount("quantity_received", PLAIN),
      flag("closed").needed(),
      amount("unit_price", NOT_NEGATIVE),
      text("currency", CURRENCY)),

  PURCHASE_RECEIPT(
      "dw_purchase_receipt",
      Time.PAST,
      key("receipt_id", IDENTITY),
      text("org_id", COMPANY),
      text("item_id", SupplyColumn.Meaning.ITEM).needed(),
      text("site_id", SITE),
      text("vendor_id", IDENTITY),
      day("ordered_on"),
      day("received_on").needed(),
      amount("quantity", PLAIN).needed(),
      text("purchase_line_id", IDENTITY)),

  VENDOR(
      "dw_vendor",
      Time.NOW,
      key("org_id", COMPANY),
      key("vendor_id", IDENTITY),
      text("vendor_name"),
      amount("minimum_order_value", NOT_NEGATIVE),
      text("currency", CURRENCY),
      text("order_days", WEEKDAYS),
      text("delivery_days", WEEKDAYS)),

  SUPPLIER_TERMS(
      "dw_supplier_terms",
      Time.NOW,
      key("org_id", COMPANY),
      key("terms_id", IDENTITY),
      text("item_id", SupplyColumn.Meaning.ITEM).needed(),
      text("vendor_id", IDENTITY).needed(),
      text("site_id", SITE),
      flag("preferred"),
      day("valid_from"),
      day("valid_to"),
      whole("lead_time_days"),
      amount("minimum_order", NOT_NEGATIVE),
      amount("order_multiple", NOT_NEGATIVE),
      text("purchase_uom"),
      amount("purchase_factor", POSITIVE),
      amount("unit_price", NOT_NEGATIVE),
      text("currency", CURRENCY)),

  PRICE_BREAK(
      "dw_price_break",
      Time.NOW,
      key("org_id", COMPANY),
      key("terms_id", IDENTITY),
      key("from_quantity", SupplyColumn.Type.AMOUNT),
      amount("unit_price", NOT_NEGATIVE).needed()),

  CLOSED_DAY(
      "dw_closed_day",
      Time.NOW,
      key("org_id", COMPANY),
      key("closed_on", SupplyColumn.Type.DAY),
      keyOrAll("site_id", SITE),
      keyOrAll("vendor_id", IDENTITY)),

  TRANSFER_LANE(
      "dw_transfer_lane",
      Time.NOW,
      key("org_id", COMPANY),
      key("from_site_id", SITE),
      key("to_site_id", SITE),
      keyOrAll("item_id", SupplyColumn.Meaning.ITEM),
      whole("lead_time_days"),
      amount("minimum_order", NOT_NEGATIVE),
      amount("order_multiple", NOT_NEGATIVE)),

  REORDER_RULE(
      "dw_reorder_rule",
      Time.NOW,
      key("org_id", COMPANY),
      key("item_id", SupplyColumn.Meaning.ITEM),
      key("site_id", SITE),
      amount("minimum", NOT_NEGATIVE),
      amount("maximum", NOT_NEGATIVE));

  /** Whether a source tells what is, or goes on telling what was. */
  private enum Time {
    NOW,
    PAST
  }

  private final String view;
  private final Time time;
  private final List<SupplyColumn> columns;
  private final Map<String, Integer> places = new HashMap<>();

  SupplyTable(String view, Time time, SupplyColumn... columns) {
    this.view = view;
    this.time = time;
    this.columns = List.of(columns);
    for (int i = 0; i < columns.length; i++) {
      places.put(columns[i].name(), i);
    }
  }

  /** Returns the name of the ERP's view. */
  public String view() {
    return view;
  }

  /** Returns the columns, those of the key before the others. */
  public List<SupplyColumn> columns() {
    return columns;
  }

  /** Returns the place of a column. */
  public int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(view + " has no column " + column);
    }
    return place;
  }

  /**
   * Returns whether it tells what was, which stays true when its source does not count any more.
   */
  public boolean tellsThePast() {
    return time == Time.PAST;
  }

  /** Returns the day that says what the codes of a row meant; empty = they are meant as of now. */
  public Optional<SupplyColumn> dated() {
    return needed(SupplyColumn.Type.DAY);
  }

  /** Returns the amount whose sum is held against the ERP's, where there is one. */
  public Optional<SupplyColumn> summed() {
    return needed(SupplyColumn.Type.AMOUNT);
  }

  private Optional<SupplyColumn> needed(SupplyColumn.Type type) {
    return columns.stream()
        .filter(c -> c.type() == type && c.need() == SupplyColumn.Need.NEEDED)
        .findFirst();
  }
}
