package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.decide.promotion.Pooled;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionEffects;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What promotions do, as it was learned last. */
@ApplicationScoped
public class PromotionEffectStore {
  private static final int DECIMALS = 6;
  private static final String COLUMNS =
      "effect_no, level_name, org_id, item_id, category, promotion_id, from_date, to_date,"
          + " promotions, usable, items, days, sold, expected, depth, uplift, uplift_low,"
          + " uplift_high, uplift_weight, dip, dip_low, dip_high, dip_weight, taken, taken_low,"
          + " taken_high, taken_weight, net, net_low, net_high, net_weight, unknown_why";

  private final Sql sql;

  @Inject
  public PromotionEffectStore(Sql sql) {
    this.sql = sql;
  }

  PromotionEffectStore() {
    this(null);
  }

  /**
   * When and with what was learned.
   *
   * @param again by how much promotions of one item differ, a deviation of the logarithm of uplift
   * @param slope of that logarithm on the one of the depth
   */
  public record Learning(LocalDate learnedOn, double again, double slope) {}

  /** An effect with its place in the list. */
  public record Entry(long number, PromotionEffect effect) {}

  /**
   * Which effects are meant; an empty part means any.
   *
   * @param responds whether demand answers
   * @param known whether the effect is known
   */
  public record Filter(
      DataScope scope,
      Optional<Level> level,
      Optional<String> org,
      Optional<String> item,
      Optional<String> category,
      Optional<String> promotion,
      Optional<PromotionEffect.Responds> responds,
      Optional<Boolean> known) {
    /** Effects of this kind within a scope. */
    public static Filter of(DataScope scope, Level level) {
      return new Filter(
          scope,
          Optional.of(level),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** Puts what was learned in the place of what was before. */
  @Transactional
  public void replace(LocalDate learnedOn, PromotionEffects effects) {
    sql.update("delete from promotion_effect");
    sql.update("delete from promotion_learning");
    sql.update(
        "insert into promotion_learning (learned_on, again, slope) values (?, ?, ?)",
        learnedOn,
        effects.again(),
        effects.slope());
    List<Object[]> rows = new ArrayList<>();
    Stream.of(effects.categories(), effects.items(), effects.promotions())
        .flatMap(List::stream)
        .forEach(e -> rows.add(values(rows.size() + 1L, e)));
    sql.insertAll("promotion_effect", COLUMNS, rows);
  }

  private static Object[] values(long number, PromotionEffect e) {
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                number,
                e.level().name(),
                e.item().orgId(),
                e.item().itemId(),
                e.category(),
                e.once().map(PromotionEffect.Once::promotionId).orElse(""),
                e.once().map(PromotionEffect.Once::from).orElse(null),
                e.once().map(PromotionEffect.Once::to).orElse(null),
                e.evidence().promotions(),
                e.evidence().usable(),
                e.evidence().items(),
                e.evidence().days(),
                units(e.evidence().units().orElseThrow().sold()),
                units(e.evidence().units().orElseThrow().expected()),
                e.depth().orElse(null)));
    for (Optional<Pooled> figure : List.of(e.uplift(), e.dip(), e.taken(), e.net())) {
      values.add(figure.map(Pooled::value).orElse(null));
      values.add(figure.map(Pooled::low).orElse(null));
      values.add(figure.map(Pooled::high).orElse(null));
      values.add(figure.map(Pooled::weight).orElse(null));
    }
    values.add(e.unknown().map(WhyUnknown::name).orElse(null));
    return values.toArray();
  }

  private static BigDecimal units(double units) {
    return BigDecimal.valueOf(units).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Returns when and with what was learned last; empty before the first time. */
  public Optional<Learning> learning() {
    return sql.first(
        row -> new Learning(row.getObject(1, LocalDate.class), row.getDouble(2), row.getDouble(3)),
        "select learned_on, again, slope from promotion_learning");
  }

  /**
   * Returns effects behind a place in the list, in order. What is told is of all sites together:
   * within a scope of some sites there are neither units nor single promotions, only shares.
   */
  public List<Entry> page(Filter filter, long after, int limit) {
    boolean ofAllSites = filter.scope().sites().isEmpty();
    Query query =
        Query.of("select " + COLUMNS + " from promotion_effect e where e.effect_no > ?", after)
            .and("e.level_name = ?", filter.level().map(Level::name))
            .and("e.org_id = ?", filter.org())
            .and("e.item_id = ?", filter.item())
            .and("e.category = ?", filter.category())
            .and("e.promotion_id = ?", filter.promotion());
    if (!ofAllSites) {
      query.and("e.level_name <> ?", Level.PROMOTION.name());
    }
    filter.known().ifPresent(k -> query.add(" and e.unknown_why is " + (k ? "" : "not ") + "null"));
    filter.responds().ifPresent(r -> query.add(responds(r)));
    return sql.list(
        row -> new Entry(row.getLong("effect_no"), effect(row, ofAllSites)),
        query
            .within(filter.scope(), ScopeColumns.ofItem("e"))
            .add(" order by e.effect_no")
            .first(limit));
  }

  /**
   * Depths of past promotions.
   *
   * @param low share 0–1, of the shallowest
   * @param high likewise, of the deepest
   */
  public record Depths(double low, double high) {
    /** Returns the nearest depth to one that is within them. */
    public double nearest(double depth) {
      return Math.max(low, Math.min(high, depth));
    }
  }

  /** Returns the depths of past promotions of a company that told something; empty = of any. */
  public Optional<Depths> depths(String org, Optional<String> item, Optional<String> category) {
    Query query =
        Query.of(
                "select min(e.depth), max(e.depth) from promotion_effect e where e.level_name = ?",
                Level.PROMOTION.name())
            .add(" and e.uplift is not null and e.depth is not null")
            .and("e.org_id = ?", org)
            .and("e.item_id = ?", item)
            .and("e.category = ?", category);
    return sql.list(PromotionEffectStore::depths, query).stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Depths> depths(ResultSet row) throws SQLException {
    Double low = row.getObject(1, Double.class);
    return low == null ? Optional.empty() : Optional.of(new Depths(low, row.getDouble(2)));
  }

  private static String responds(PromotionEffect.Responds responds) {
    return switch (responds) {
      case YES -> " and e.uplift_low > 0";
      case NO -> " and e.uplift_low <= 0 and e.uplift_high < " + PromotionEffect.NO_EFFECT;
      case UNSURE -> " and e.uplift_low <= 0 and e.uplift_high >= " + PromotionEffect.NO_EFFECT;
    };
  }

  /** Returns how many items of each verdict there are within a scope; empty = it is known. */
  public List<Count> counts(DataScope scope) {
    return sql.list(
        row ->
            new Count(
                Optional.ofNullable(row.getString(1)).map(WhyUnknown::valueOf), row.getLong(2)),
        Query.of(
                "select e.unknown_why, count(*) from promotion_effect e where e.level_name = ?",
                Level.ITEM.name())
            .within(scope, ScopeColumns.ofItem("e"))
            .add(" group by e.unknown_why order by e.unknown_why"));
  }

  /** So many items of a verdict. */
  public record Count(Optional<WhyUnknown> unknown, long items) {}

  private static PromotionEffect effect(ResultSet row, boolean ofAllSites) throws SQLException {
    String promotion = row.getString("promotion_id");
    return new PromotionEffect(
        new ItemKey(row.getString("org_id"), row.getString("item_id")),
        row.getString("category"),
        promotion.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PromotionEffect.Once(
                    promotion,
                    row.getObject("from_date", LocalDate.class),
                    row.getObject("to_date", LocalDate.class))),
        new PromotionEffect.Evidence(
            row.getInt("promotions"),
            row.getInt("usable"),
            row.getInt("items"),
            row.getInt("days"),
            ofAllSites
                ? Optional.of(
                    new PromotionEffect.Units(
                        row.getBigDecimal("sold").doubleValue(),
                        row.getBigDecimal("expected").doubleValue()))
                : Optional.empty()),
        Optional.ofNullable(row.getObject("depth", Double.class)),
        pooled(row, "uplift"),
        pooled(row, "dip"),
        pooled(row, "taken"),
        pooled(row, "net"),
        Optional.ofNullable(row.getString("unknown_why")).map(WhyUnknown::valueOf));
  }

  private static Optional<Pooled> pooled(ResultSet row, String of) throws SQLException {
    Double value = row.getObject(of, Double.class);
    return value == null
        ? Optional.empty()
        : Optional.of(
            new Pooled(
                value,
                row.getDouble(of + "_low"),
                row.getDouble(of + "_high"),
                row.getDouble(of + "_weight")));
  }
}
