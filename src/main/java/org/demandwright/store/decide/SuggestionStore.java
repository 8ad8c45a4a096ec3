package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
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
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What is suggested to be ordered, by decision. */
@ApplicationScoped
public class SuggestionStore {
  private static final String COLUMNS =
      "place_no, org_id, item_id, site_id, vendor_id, quantity, parts, purchase_uom,"
          + " purchase_factor, cost, currency, order_on, order_by, expected_on, receipt_by, late,"
          + " stock_out_without, stock_out_with, runs_out, looked_up_to, cover_days";

  private final Sql sql;

  @Inject
  public SuggestionStore(Sql sql) {
    this.sql = sql;
  }

  SuggestionStore() {
    this(null);
  }

  /** Which suggestions are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> vendor,
      Optional<LocalDate> orderBy) {
    /** Everything. */
    public static Filter all() {
      return new Filter(
          DataScope.unrestricted(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Writes what is suggested for places; what these had in this decision is replaced.
   *
   * @param places all that were looked at, also those for which nothing is suggested
   */
  @Transactional
  public void write(long decisionId, List<Long> places, List<SuggestedOrder> orders) {
    sql.batch(
        "delete from purchase_suggestion where decision_id = ? and place_no = ?",
        places.stream().map(place -> new Object[] {decisionId, place}).toList());
    sql.insertAll(
        "purchase_suggestion",
        "decision_id, " + COLUMNS,
        orders.stream().map(order -> values(decisionId, order)).toList());
  }

  private static Object[] values(long decisionId, SuggestedOrder order) {
    Suggestion s = order.suggestion();
    return new Object[] {
      decisionId,
      order.number(),
      order.key().org(),
      order.key().item(),
      order.key().site(),
      order.vendor(),
      s.quantity(),
      text(s.order().parts()),
      order.unit().map(SuggestedOrder.PurchaseUnit::name).orElse(null),
      order.unit().map(SuggestedOrder.PurchaseUnit::factor).orElse(null),
      s.cost().orElse(null),
      order.currency().orElse(null),
      s.orderOn(),
      s.orderBy(),
      s.expectedOn(),
      s.receiptBy().orElse(null),
      s.late(),
      s.stockOutWithout(),
      s.stockOutWith(),
      s.runsOut().orElse(null),
      s.lookedUpTo(),
      s.coverDays()
    };
  }

  private static String text(List<OrderQuantity.Part> parts) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    parts.forEach(
        part ->
            all.add(
                Json.createArrayBuilder()
                    .add(part.cause().name())
                    .add(part.quantity().stripTrailingZeros().toPlainString())));
    return all.build().toString();
  }

  private static List<OrderQuantity.Part> parts(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(
              part ->
                  new OrderQuantity.Part(
                      Cause.valueOf(part.getString(0)), new BigDecimal(part.getString(1))))
          .toList();
    }
  }

  /** Returns what is suggested behind a place, in the order of the places. */
  public List<SuggestedOrder> page(long decisionId, Filter filter, long after, int limit) {
    return sql.list(
        SuggestionStore::order,
        Query.of(
                "select "
                    + COLUMNS
                    + " from purchase_suggestion p where decision_id = ? and place_no > ?",
                decisionId,
                after)
            .and("org_id = ?", filter.org())
            .and("item_id = ?", filter.item())
            .and("site_id = ?", filter.site())
            .and("vendor_id = ?", filter.vendor())
            .and("order_by <= ?", filter.orderBy())
            .within(filter.scope(), ScopeColumns.ofSeries("p"))
            .add(" order by place_no")
            .first(limit));
  }

  /** Returns how much a decision suggests, and the hash of it. */
  public Contents contents(long decisionId) {
    ContentHash hash = new ContentHash();
    long[] rows = {0};
    sql.each(
        SuggestionStore::order,
        order -> {
          rows[0]++;
          Object[] values = values(0, order);
          for (int i = 0; i < values.length; i++) {
            hash.add(Integer.toString(i), values[i]);
          }
        },
        "select " + COLUMNS + " from purchase_suggestion where decision_id = ? order by place_no",
        decisionId);
    return new Contents(rows[0], hash.hex());
  }

  private static SuggestedOrder order(ResultSet row) throws SQLException {
    BigDecimal factor = row.getBigDecimal("purchase_factor");
    return new SuggestedOrder(
        row.getLong("place_no"),
        new PolicySubject.Key(
            row.getString("org_id"), row.getString("item_id"), row.getString("site_id")),
        row.getString("vendor_id"),
        factor == null
            ? Optional.empty()
            : Optional.of(new SuggestedOrder.PurchaseUnit(row.getString("purchase_uom"), factor)),
        Optional.ofNullable(row.getString("currency")),
        new Suggestion(
            new OrderQuantity(row.getBigDecimal("quantity"), parts(row.getString("parts"))),
            row.getObject("order_on", LocalDate.class),
            row.getObject("order_by", LocalDate.class),
            row.getObject("expected_on", LocalDate.class),
            Optional.ofNullable(row.getObject("receipt_by", LocalDate.class)),
            row.getBoolean("late"),
            Optional.ofNullable(row.getBigDecimal("cost")),
            row.getDouble("stock_out_without"),
            row.getDouble("stock_out_with"),
            Optional.ofNullable(row.getObject("runs_out", LocalDate.class)),
            row.getObject("looked_up_to", LocalDate.class),
            row.getInt("cover_days")));
  }
}
