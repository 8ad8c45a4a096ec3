package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * One thing that is to be known of an item at a site before its stock can be planned, with the type
 * of its value and what it must fulfil.
 *
 * @param <T> of the value
 */
public final class PolicyField<T> {
  /** How well customers are to be served. */
  public static final PolicyField<ServiceTarget> SERVICE =
      new PolicyField<>("service", ServiceTarget.class, s -> true, "");

  /** When is ordered, and how much. */
  public static final PolicyField<StockPolicy> ORDERING =
      new PolicyField<>("ordering", StockPolicy.class, s -> true, "");

  /** Calendar days from one order to the next; 0 = at any time. */
  public static final PolicyField<Integer> REVIEW_DAYS = days("reviewDays", 0);

  /** Working days from an order to its receipt, where they are not learned. */
  public static final PolicyField<Integer> LEAD_DAYS = days("leadDays", 0);

  /** Least quantity of an order, base units. */
  public static final PolicyField<BigDecimal> MINIMUM_ORDER =
      new PolicyField<>("minimumOrder", BigDecimal.class, q -> q.signum() >= 0, "0 or more");

  /** Of which an order is a multiple, base units. */
  public static final PolicyField<BigDecimal> MULTIPLE =
      new PolicyField<>("multiple", BigDecimal.class, q -> q.signum() > 0, "more than 0");

  /** What is to be there when a delivery arrives, base units. */
  public static final PolicyField<BigDecimal> MINIMUM_STOCK =
      new PolicyField<>("minimumStock", BigDecimal.class, q -> q.signum() >= 0, "0 or more");

  /** Calendar days in which it must be sold after it arrived. */
  public static final PolicyField<Integer> SHELF_LIFE_DAYS = days("shelfLifeDays", 1);

  /** Calendar days whose demand is the most that is to be there. */
  public static final PolicyField<Integer> MAXIMUM_COVER_DAYS = days("maximumCoverDays", 1);

  /** Share of the price that holding a unit for a year costs. */
  public static final PolicyField<Double> HOLDING_RATE = cost("holdingRate");

  /** What a unit costs that is wanted and not there, in the currency of its price. */
  public static final PolicyField<Double> SHORTAGE_COST = cost("shortageCost");

  /** What an order line costs, in the currency of the price. */
  public static final PolicyField<Double> ORDERING_COST = cost("orderingCost");

  private static final List<PolicyField<?>> ALL =
      List.of(
          SERVICE,
          ORDERING,
          REVIEW_DAYS,
          LEAD_DAYS,
          MINIMUM_ORDER,
          MULTIPLE,
          MINIMUM_STOCK,
          SHELF_LIFE_DAYS,
          MAXIMUM_COVER_DAYS,
          HOLDING_RATE,
          SHORTAGE_COST,
          ORDERING_COST);

  private final String name;
  private final Class<T> type;
  private final Predicate<T> fulfils;
  private final String rule;

  private PolicyField(String name, Class<T> type, Predicate<T> fulfils, String rule) {
    this.name = name;
    this.type = type;
    this.fulfils = fulfils;
    this.rule = rule;
  }

  private static PolicyField<Integer> days(String name, int least) {
    return new PolicyField<>(name, Integer.class, d -> d >= least, least + " days or more");
  }

  private static PolicyField<Double> cost(String name) {
    return new PolicyField<>(name, Double.class, c -> c >= 0 && !c.isInfinite(), "0 or more");
  }

  /** Returns all of them, in the order in which they are shown. */
  public static List<PolicyField<?>> all() {
    return ALL;
  }

  public String name() {
    return name;
  }

  public Class<T> type() {
    return type;
  }

  /** Returns the value as this field's; throws where it cannot be one. */
  T checked(Object value) {
    T typed = type.cast(value);
    if (!fulfils.test(typed)) {
      throw new IllegalArgumentException("%s is %s; it must be %s".formatted(name, value, rule));
    }
    return typed;
  }

  @Override
  public String toString() {
    return name;
  }
}
