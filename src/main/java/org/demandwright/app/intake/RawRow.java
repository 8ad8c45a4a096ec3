package org.demandwright.app.intake;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.demandwright.erp.ErpSalesLine;

/** A row of the ERP as text, column by column, for whoever looks at the quarantine. */
final class RawRow {
  private static final int MOST_CHARACTERS = 120;

  private RawRow() {}

  /** Returns a JSON object of the columns that are set, under the names of the contract. */
  static String json(ErpSalesLine raw) {
    JsonObjectBuilder columns = Json.createObjectBuilder();
    add(columns, "line_id", raw.lineId());
    add(columns, "source_kind", raw.sourceKind());
    add(columns, "source_key", raw.sourceKey());
    add(columns, "excluded_because", raw.excludedBecause());
    add(columns, "flags", raw.flags());
    add(columns, "org_id", raw.orgId());
    add(columns, "document_no", raw.documentNo());
    add(columns, "line_kind", raw.lineKind());
    add(columns, "order_date", raw.orderDate());
    add(columns, "demand_date", raw.bookedOn());
    add(columns, "original_date", raw.originalDate());
    add(columns, "item_id", raw.itemId());
    add(columns, "site_id", raw.siteId());
    add(columns, "customer_id", raw.customerId());
    add(columns, "channel_id", raw.channelId());
    add(columns, "quantity", raw.quantity() == null ? null : raw.quantity().toPlainString());
    add(columns, "uom_id", raw.uomId());
    add(
        columns,
        "unit_price_net",
        raw.unitPrice() == null ? null : raw.unitPrice().toPlainString());
    add(columns, "net_amount", raw.netAmount() == null ? null : raw.netAmount().toPlainString());
    add(columns, "currency", raw.currency());
    add(columns, "on_promotion", raw.onPromotion());
    add(columns, "drop_ship", raw.dropShip());
    add(columns, "is_kit", raw.kit());
    add(columns, "changed_at", raw.changedAt());
    return columns.build().toString();
  }

  private static void add(JsonObjectBuilder columns, String name, Object value) {
    if (value != null) {
      String text = value.toString();
      columns.add(name, text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    }
  }
}
