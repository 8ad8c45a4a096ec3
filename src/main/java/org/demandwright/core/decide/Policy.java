package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What counts for an item at a site, each value with where it comes from.
 *
 * @param values by field; of what nobody said anything there is none
 */
public record Policy(Map<PolicyField<?>, Resolved<?>> values) {

  /** Who said so, the strongest first. */
  public enum Origin {
    /** A planner, of this very item at this site. */
    OVERRIDE,
    /** The first rule that is about it and says so. */
    RULE,
    /** What happened. */
    LEARNED,
    /** The ERP's master data. */
    ERP,
    /** A setting of the company. */
    DEFAULT
  }

  /**
   * A value with where it comes from.
   *
   * @param by the name of the rule, else empty
   */
  public record Resolved<T>(T value, Origin origin, String by) {
    public Resolved {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(by, "by");
    }
  }

  public Policy {
    values = Map.copyOf(values);
  }

  /** Returns the value of a field with where it comes from. */
  public <T> Optional<Resolved<T>> get(PolicyField<T> field) {
    return Optional.ofNullable(values.get(field))
        .map(r -> new Resolved<>(field.type().cast(r.value()), r.origin(), r.by()));
  }

  /** Returns the value of a field. */
  public <T> Optional<T> value(PolicyField<T> field) {
    return Optional.ofNullable(values.get(field)).map(r -> field.type().cast(r.value()));
  }

  private <T> T required(PolicyField<T> field) {
    return value(field)
        .orElseThrow(() -> new IllegalStateException(field + " is not known; give it a default"));
  }

  /** Returns how often is looked at the stock, calendar days. */
  public int reviewDays() {
    return required(PolicyField.REVIEW_DAYS);
  }

  /**
   * Returns the lead time that counts, working days: the one that was learned; where a planner or a
   * rule says how long it is, moved so that its mean is that, since what somebody says is no reason
   * for deliveries to scatter less.
   *
   * @param learned with what it rests on where nothing was received
   */
  public DayDistribution leadTime(LeadTime learned) {
    return get(PolicyField.LEAD_DAYS)
        .filter(r -> r.origin() == Origin.OVERRIDE || r.origin() == Origin.RULE)
        .map(r -> r.value() - (int) Math.rint(learned.mean()))
        .map(days -> learned.workingDays().plus(days).notBelow(0))
        .orElse(learned.workingDays());
  }

  /**
   * Returns the terms with the service level that costs least, and with the orders that go with it,
   * where nobody says another and where what a missing unit, holding and an order line cost is
   * known; else the terms as they are.
   */
  public StockTerms economic(DemandOverTime demand, ReviewCycle cycle, StockTerms terms) {
    if (!seeksLeastCost(terms)) {
      return terms;
    }
    return EconomicTerms.of(
        demand,
        cycle,
        isDefault(PolicyField.ORDERING)
            ? terms.with(StockPolicy.REORDER_POINT_ORDER_UP_TO)
            : terms);
  }

  /** Returns whether {@link #economic} chooses a service. */
  public boolean seeksLeastCost(StockTerms terms) {
    return isDefault(PolicyField.SERVICE)
        && terms.costs().flatMap(CostTerms::shortageCost).filter(b -> b > 0).isPresent();
  }

  private boolean isDefault(PolicyField<?> field) {
    return get(field).filter(r -> r.origin() == Origin.DEFAULT).isPresent();
  }

  /**
   * Returns what the stock is planned by.
   *
   * @param unit the smallest quantity of the item, base units
   * @param price of a base unit; without it, or without costs of holding and ordering, there is no
   *     economic order quantity
   */
  public StockTerms terms(BigDecimal unit, Optional<BigDecimal> price) {
    Optional<CostTerms> costs =
        price
            .filter(
                p ->
                    value(PolicyField.HOLDING_RATE).isPresent()
                        && value(PolicyField.ORDERING_COST).isPresent())
            .map(
                p ->
                    new CostTerms(
                        p.doubleValue(),
                        required(PolicyField.HOLDING_RATE),
                        required(PolicyField.ORDERING_COST),
                        value(PolicyField.SHORTAGE_COST)));
    return new StockTerms(
        required(PolicyField.ORDERING),
        required(PolicyField.SERVICE),
        unit,
        required(PolicyField.MINIMUM_ORDER),
        required(PolicyField.MULTIPLE),
        required(PolicyField.MINIMUM_STOCK),
        costs,
        value(PolicyField.SHELF_LIFE_DAYS),
        value(PolicyField.MAXIMUM_COVER_DAYS));
  }
}
