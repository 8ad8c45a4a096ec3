package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.Xyz;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** The stock that was planned of each item at each site, by decision. */
@ApplicationScoped
public class StockPlanStore {
  private final Sql sql;

  @Inject
  public StockPlanStore(Sql sql) {
    this.sql = sql;
  }

  StockPlanStore() {
    this(null);
  }

  /** Which items at which sites are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<String> vendor,
      Optional<Abc> abc,
      Optional<PlannedStock.By> by) {
    /** Everything. */
    public static Filter all() {
      return new Filter(
          DataScope.unrestricted(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static Map<String, Function<PlannedStock, Object>> columns() {
    Map<String, Function<PlannedStock, Object>> columns = new LinkedHashMap<>();
    columns.put("place_no", PlannedStock::number);
    columns.put("org_id", p -> p.subject().key().org());
    columns.put("item_id", p -> p.subject().key().item());
    columns.put("site_id", p -> p.subject().key().site());
    columns.put("category", p -> p.subject().category());
    columns.put("vendor_id", p -> p.subject().vendor());
    columns.put("abc", p -> name(p.subject().abc()));
    columns.put("xyz", p -> name(p.subject().xyz()));
    columns.put("planned_by", p -> name(p.by()));
    columns.put("refused", p -> p.refused().map(Words::text).orElse(null));
    columns.put("policy", p -> text(p.said()));
    columns.put("lead_mean", p -> p.lead().mean());
    columns.put("lead_deviation", p -> p.lead().deviation());
    columns.put("lead_source", p -> p.lead().source().name());
    columns.put("lead_receipts", p -> p.lead().receipts());
    columns.put("lead_vendor_receipts", p -> p.lead().vendorReceipts());
    columns.put("lead_weight_item", p -> p.lead().weightOfItem());
    columns.put("lead_weight_vendor", p -> p.lead().weightOfVendor());
    columns.put("lead_late", p -> p.lead().late().orElse(null));
    columns.put("protection_days", PlannedStock::protectionDays);
    columns.put("reorder_point", plan(StockPlan::reorderPoint));
    columns.put("order_up_to", plan(StockPlan::orderUpTo));
    columns.put("on_hand", p -> p.stock().onHand().orElse(null));
    columns.put("reserved", p -> p.stock().reserved());
    columns.put("on_order", p -> p.stock().onOrder());
    columns.put("stock_out", p -> p.stock().stockOut().orElse(null));
    columns.put("ordering", plan(s -> s.policy().name()));
    columns.put("demand", plan(StockPlan::demand));
    columns.put("safety_stock", plan(StockPlan::safetyStock));
    columns.put("lot", plan(StockPlan::lot));
    columns.put("economic_quantity", plan(s -> s.economicQuantity().orElse(null)));
    columns.put("limit_position", plan(s -> limit(s, StockPlan.Limit::position)));
    columns.put("limit_cut", plan(s -> limit(s, StockPlan.Limit::cut)));
    columns.put("target_demand", plan(s -> s.target().demand()));
    columns.put("target_buffer", plan(s -> s.target().buffer()));
    columns.put("target_minimum", plan(s -> s.target().minimum()));
    columns.put("target_lot", plan(s -> s.target().lot()));
    columns.put("cycle_service", plan(s -> s.service().cycleService()));
    columns.put("fill_rate", plan(s -> s.service().fillRate()));
    columns.put("expected_shortage", plan(s -> s.service().expectedShortage()));
    columns.put("cycle_demand", plan(s -> s.service().cycleDemand()));
    columns.put("cover_days", plan(StockPlan::coverDays));
    columns.put("beyond_horizon", plan(StockPlan::beyondHorizon));
    columns.put("spread_own", spread(ItemSpread.Deviation::own));
    columns.put("spread_told", spread(ItemSpread.Deviation::told));
    columns.put("spread_weight", spread(ItemSpread.Deviation::weight));
    columns.put("spread_windows", spread(ItemSpread.Deviation::windows));
    columns.put("spread_used", spread(ItemSpread.Deviation::used));
    columns.put("remarks", plan(StockPlanStore::remarks));
    columns.put("open_demand", waiting(PlannedStock.Waiting::ordered));
    columns.put("open_unreserved", waiting(PlannedStock.Waiting::unreserved));
    columns.put("open_drop_ship", waiting(PlannedStock.Waiting::dropShip));
    return columns;
  }

  /**
   * What came later: it is hashed where it says something, so that what is decided of the same
   * hashes to the same.
   */
  private static final Set<String> LATER =
      Set.of("open_demand", "open_unreserved", "open_drop_ship");

  private static final Map<String, Function<PlannedStock, Object>> COLUMNS = columns();
  private static final String NAMES = String.join(", ", COLUMNS.keySet());

  private static Function<PlannedStock, Object> plan(Function<StockPlan, Object> value) {
    return p -> p.plan().map(value).orElse(null);
  }

  private static Function<PlannedStock, Object> spread(
      Function<ItemSpread.Deviation, Object> value) {
    return p -> p.spread().map(value).orElse(null);
  }

  private static Function<PlannedStock, Object> waiting(
      Function<PlannedStock.Waiting, Object> value) {
    return p -> p.stock().waiting().map(value).orElse(null);
  }

  private static BigDecimal limit(StockPlan plan, Function<StockPlan.Limit, BigDecimal> part) {
    return plan.limit().map(part).orElse(null);
  }

  private static String name(Optional<? extends Enum<?>> word) {
    return word.map(Enum::name).orElse(null);
  }

  private static String remarks(StockPlan plan) {
    return plan.remarks().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  private static String text(List<PlannedStock.Said> said) {
    JsonArrayBuilder all = StoredJson.JSON.createArrayBuilder();
    said.forEach(
        s ->
            all.add(
                StoredJson.JSON
                    .createArrayBuilder()
                    .add(s.field())
                    .add(s.value())
                    .add(s.origin().name())
                    .add(s.by())));
    return all.build().toString();
  }

  private static List<PlannedStock.Said> said(String text) {
    try (JsonReader reader = StoredJson.JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(
              s ->
                  new PlannedStock.Said(
                      s.getString(0),
                      s.getString(1),
                      Policy.Origin.valueOf(s.getString(2)),
                      s.getString(3)))
          .toList();
    }
  }

  /** Writes what was planned; what a place had in this decision is replaced. */
  @Transactional
  public void write(long decisionId, List<PlannedStock> plans) {
    sql.batch(
        "delete from stock_plan where decision_id = ? and place_no = ?",
        classes(decisionId, plans.stream().map(PlannedStock::number).toList()).keySet().stream()
            .map(place -> new Object[] {decisionId, place})
            .toList());
    sql.insertAll(
        "stock_plan",
        "decision_id, " + NAMES,
        plans.stream()
            .map(
                p ->
                    Stream.concat(
                            Stream.of(decisionId),
                            COLUMNS.values().stream().map(value -> value.apply(p)))
                        .toArray())
            .toList());
  }

  /** Returns what was planned behind a place, in order. */
  public List<PlannedStock> page(long decisionId, Filter filter, long after, int limit) {
    return sql.list(
        StockPlanStore::planned,
        Query.of(
                "select " + NAMES + " from stock_plan p where decision_id = ? and place_no > ?",
                decisionId,
                after)
            .and("org_id = ?", filter.org())
            .and("item_id = ?", filter.item())
            .and("site_id = ?", filter.site())
            .and("category = ?", filter.category())
            .and("vendor_id = ?", filter.vendor())
            .and("abc = ?", filter.abc().map(Abc::name))
            .and("planned_by = ?", filter.by().map(PlannedStock.By::name))
            .within(filter.scope(), ScopeColumns.ofSeries("p"))
            .add(" order by place_no")
            .first(limit));
  }

  /** Hands all that was planned to the consumer, in order. */
  @Transactional
  public void each(long decisionId, Consumer<PlannedStock> consumer) {
    sql.each(
        StockPlanStore::planned,
        consumer,
        "select " + NAMES + " from stock_plan where decision_id = ? order by place_no",
        decisionId);
  }

  /**
   * What an item at a site is sorted by.
   *
   * @param category of the item, empty where it has none
   * @param abc class by value; null where it has none
   */
  public record Classes(String category, String abc) {}

  /** Returns what places of a decision are sorted by, by their numbers. */
  public Map<Long, Classes> classes(long decisionId, List<Long> places) {
    return sql
        .listOf(
            row ->
                Map.entry(
                    row.getLong("place_no"),
                    new Classes(row.getString("category"), row.getString("abc"))),
            "select p.place_no, p.category, p.abc from (#) n (id) left join stock_plan p"
                + " on p.decision_id = ? and p.place_no = n.id where p.place_no is not null",
            places,
            decisionId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  /**
   * What the suggestions of an item at a site stand on.
   *
   * @param by empty = it could not be planned
   * @param beyondHorizon probability 0–1 that the stock has to last beyond the horizon
   */
  public record Footing(
      PolicySubject subject, Optional<PlannedStock.By> by, double beyondHorizon) {}

  /** Returns what places of a decision stand on, by their numbers. */
  public Map<Long, Footing> footings(long decisionId, List<Long> places) {
    return sql
        .listOf(
            row ->
                Map.entry(
                    row.getLong("place_no"),
                    new Footing(
                        subject(row),
                        word(row, "planned_by", PlannedStock.By.class),
                        row.getDouble("beyond_horizon"))),
            "select p.place_no, p.org_id, p.item_id, p.site_id, p.category, p.vendor_id, p.abc,"
                + " p.xyz, p.planned_by, p.beyond_horizon from (#) n (id) left join stock_plan p"
                + " on p.decision_id = ? and p.place_no = n.id where p.place_no is not null",
            places,
            decisionId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  /** Returns how many items at sites a decision could not plan, by why. */
  public Map<Words, Long> refusals(long decisionId) {
    Map<Words, Long> refusals = new LinkedHashMap<>();
    sql.each(
        row -> Map.entry(Words.parse(row.getString("refused")), row.getLong("places")),
        refused -> refusals.put(refused.getKey(), refused.getValue()),
        "select refused, count(*) places from stock_plan where decision_id = ?"
            + " and refused is not null group by refused order by refused",
        decisionId);
    return refusals;
  }

  /**
   * Returns how many items at sites a decision has planned or refused, and the hash of all that was
   * decided of them: the same wherever and however often it is decided.
   */
  public Contents contents(long decisionId) {
    ContentHash hash = new ContentHash();
    List<String> names = List.copyOf(COLUMNS.keySet());
    long[] places = {0};
    sql.each(
        row -> {
          places[0]++;
          for (int i = 0; i < names.size(); i++) {
            Object value = row.getObject(i + 1);
            if (value != null || !LATER.contains(names.get(i))) {
              hash.add(names.get(i), value);
            }
          }
          return null;
        },
        nothing -> {},
        "select " + NAMES + " from stock_plan where decision_id = ? order by place_no",
        decisionId);
    return new Contents(places[0], hash.hex());
  }

  private static PlannedStock planned(ResultSet row) throws SQLException {
    return new PlannedStock(
        row.getLong("place_no"),
        subject(row),
        said(row.getString("policy")),
        new PlannedStock.Lead(
            row.getDouble("lead_mean"),
            row.getDouble("lead_deviation"),
            LeadTime.Source.valueOf(row.getString("lead_source")),
            row.getDouble("lead_receipts"),
            row.getDouble("lead_vendor_receipts"),
            row.getDouble("lead_weight_item"),
            row.getDouble("lead_weight_vendor"),
            Optional.ofNullable(row.getObject("lead_late", Double.class))),
        row.getDouble("protection_days"),
        word(row, "planned_by", PlannedStock.By.class),
        Optional.ofNullable(row.getString("refused")).map(Words::parse),
        row.getString("ordering") == null ? Optional.empty() : Optional.of(plan(row)),
        row.getObject("spread_used") == null ? Optional.empty() : Optional.of(deviation(row)),
        new PlannedStock.Stock(
            Optional.ofNullable(row.getBigDecimal("on_hand")),
            row.getBigDecimal("reserved"),
            row.getBigDecimal("on_order"),
            Optional.ofNullable(row.getObject("stock_out", Double.class)),
            row.getObject("open_demand") != null
                ? Optional.of(
                    new PlannedStock.Waiting(
                        row.getBigDecimal("open_demand"),
                        row.getBigDecimal("open_unreserved"),
                        row.getBigDecimal("open_drop_ship")))
                : Optional.empty()));
  }

  private static ItemSpread.Deviation deviation(ResultSet row) throws SQLException {
    return new ItemSpread.Deviation(
        row.getDouble("spread_own"),
        row.getDouble("spread_told"),
        row.getDouble("spread_weight"),
        row.getDouble("spread_windows"),
        row.getDouble("spread_used"));
  }

  private static PolicySubject subject(ResultSet row) throws SQLException {
    return new PolicySubject(
        new PolicySubject.Key(
            row.getString("org_id"), row.getString("item_id"), row.getString("site_id")),
        row.getString("category"),
        row.getString("vendor_id"),
        word(row, "abc", Abc.class),
        word(row, "xyz", Xyz.class));
  }

  private static <E extends Enum<E>> Optional<E> word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(name -> Enum.valueOf(type, name));
  }

  private static StockPlan plan(ResultSet row) throws SQLException {
    Set<StockPlan.Remark> remarks =
        Arrays.stream(row.getString("remarks").split(","))
            .filter(r -> !r.isEmpty())
            .map(StockPlan.Remark::valueOf)
            .collect(Collectors.toSet());
    BigDecimal cut = row.getBigDecimal("limit_cut");
    return new StockPlan(
        StockPolicy.valueOf(row.getString("ordering")),
        row.getBigDecimal("reorder_point"),
        row.getBigDecimal("order_up_to"),
        row.getBigDecimal("lot"),
        Optional.ofNullable(row.getObject("economic_quantity", Double.class)),
        Optional.ofNullable(row.getBigDecimal("limit_position"))
            .map(position -> new StockPlan.Limit(position, cut)),
        new StockPlan.Target(
            row.getBigDecimal("target_demand"),
            row.getBigDecimal("target_buffer"),
            row.getBigDecimal("target_minimum"),
            row.getBigDecimal("target_lot")),
        row.getDouble("safety_stock"),
        row.getDouble("demand"),
        new StockPlan.Service(
            row.getDouble("cycle_service"),
            row.getDouble("fill_rate"),
            row.getDouble("expected_shortage"),
            row.getDouble("cycle_demand")),
        row.getInt("cover_days"),
        row.getDouble("beyond_horizon"),
        remarks);
  }
}
