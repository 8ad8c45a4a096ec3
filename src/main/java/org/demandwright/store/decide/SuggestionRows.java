package org.demandwright.store.decide;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.OrderQuantity.Cause;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;

/** How what is suggested stands in a row of {@code purchase_suggestion}. */
final class SuggestionRows {
  static final String COLUMNS =
      "place_no, line_no, suggestion_no, kind, why, org_id, item_id, site_id, vendor_id,"
          + " from_site_id, supply_id, document_no, quantity, parts, purchase_uom,"
          + " purchase_factor, cost, currency, minimum_value, minimum_missing, order_on, order_by,"
          + " expected_on, receipt_by, late, stock_out_without, stock_out_with, runs_out,"
          + " looked_up_to, cover_days, terms, unreserved";

  /** The place of the number of a suggestion among the values of a row. */
  static final int NUMBER = 3;

  /**
   * The first place of what came later and is hashed where it says something, so that what is
   * decided of the same hashes to the same.
   */
  static final int LATER = COLUMNS.split(", ").length;

  private SuggestionRows() {}

  /** Returns the values of a row: the decision, then those of {@link #COLUMNS}. */
  static Object[] values(long decisionId, SuggestedOrder order) {
    Suggestion s = order.suggestion();
    return new Object[] {
      decisionId,
      order.place(),
      order.line(),
      order.number(),
      s.kind().name(),
      order.why().name(),
      order.key().org(),
      order.key().item(),
      order.key().site(),
      order.source().vendor().orElse(null),
      order.source().site().orElse(null),
      order.source().supply().orElse(null),
      order.source().document().orElse(null),
      s.quantity(),
      text(s.order().parts()),
      order.unit().map(SuggestedOrder.PurchaseUnit::name).orElse(null),
      order.unit().map(SuggestedOrder.PurchaseUnit::factor).orElse(null),
      s.cost().orElse(null),
      order.currency().orElse(null),
      order.minimum().map(SuggestedOrder.VendorMinimum::value).orElse(null),
      order.minimum().map(SuggestedOrder.VendorMinimum::missing).orElse(null),
      s.orderOn(),
      s.orderBy(),
      s.expectedOn(),
      s.receiptBy().orElse(null),
      s.late(),
      s.stockOutWithout(),
      s.stockOutWith(),
      s.runsOut().orElse(null),
      s.lookedUpTo(),
      s.coverDays(),
      order.terms().map(TermsText::of).orElse(null),
      s.unreserved().orElse(null)
    };
  }

  private static String text(List<OrderQuantity.Part> parts) {
    JsonArrayBuilder all = StoredJson.JSON.createArrayBuilder();
    parts.forEach(
        part ->
            all.add(
                StoredJson.JSON
                    .createArrayBuilder()
                    .add(part.cause().name())
                    .add(part.quantity().stripTrailingZeros().toPlainString())));
    return all.build().toString();
  }

  private static List<OrderQuantity.Part> parts(String text) {
    try (JsonReader reader = StoredJson.JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(
              part ->
                  new OrderQuantity.Part(
                      Cause.valueOf(part.getString(0)), new BigDecimal(part.getString(1))))
          .toList();
    }
  }

  static PolicySubject.Key key(ResultSet row, String p) throws SQLException {
    return new PolicySubject.Key(
        row.getString(p + "org_id"), row.getString(p + "item_id"), row.getString(p + "site_id"));
  }

  static SuggestedOrder order(ResultSet row) throws SQLException {
    return order(row, "");
  }

  /**
   * Returns the suggestion of a row.
   *
   * @param p what the names of its columns begin with
   */
  static SuggestedOrder order(ResultSet row, String p) throws SQLException {
    BigDecimal factor = row.getBigDecimal(p + "purchase_factor");
    BigDecimal least = row.getBigDecimal(p + "minimum_value");
    return new SuggestedOrder(
        row.getLong(p + "place_no"),
        row.getInt(p + "line_no"),
        row.getLong(p + "suggestion_no"),
        key(row, p),
        new SuggestedOrder.Source(
            Optional.ofNullable(row.getString(p + "vendor_id")),
            Optional.ofNullable(row.getString(p + "from_site_id")),
            Optional.ofNullable(row.getString(p + "supply_id")),
            Optional.ofNullable(row.getString(p + "document_no"))),
        factor == null
            ? Optional.empty()
            : Optional.of(
                new SuggestedOrder.PurchaseUnit(row.getString(p + "purchase_uom"), factor)),
        Optional.ofNullable(row.getString(p + "terms")).map(TermsText::parse),
        Optional.ofNullable(row.getString(p + "currency")),
        VendorOrder.Why.valueOf(row.getString(p + "why")),
        least == null
            ? Optional.empty()
            : Optional.of(
                new SuggestedOrder.VendorMinimum(least, row.getBigDecimal(p + "minimum_missing"))),
        new Suggestion(
            SuggestionKind.valueOf(row.getString(p + "kind")),
            new OrderQuantity(row.getBigDecimal(p + "quantity"), parts(row.getString(p + "parts"))),
            row.getObject(p + "order_on", LocalDate.class),
            row.getObject(p + "order_by", LocalDate.class),
            row.getObject(p + "expected_on", LocalDate.class),
            Optional.ofNullable(row.getObject(p + "receipt_by", LocalDate.class)),
            row.getBoolean(p + "late"),
            Optional.ofNullable(row.getBigDecimal(p + "cost")),
            row.getDouble(p + "stock_out_without"),
            row.getDouble(p + "stock_out_with"),
            Optional.ofNullable(row.getObject(p + "runs_out", LocalDate.class)),
            row.getObject(p + "looked_up_to", LocalDate.class),
            row.getInt(p + "cover_days"),
            Optional.ofNullable(row.getBigDecimal(p + "unreserved"))));
  }
}
