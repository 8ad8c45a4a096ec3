package org.demandwright.core.decide;

import java.util.Optional;

/**
 * The economic order quantity: how much to order at a time so that ordering and holding together
 * cost least.
 *
 * <pre>EOQ = √(2 A D ÷ (v r)),  cost(Q) = A D ÷ Q + v r Q ÷ 2</pre>
 *
 * <p>D is the demand of a year. Where the quantity must be a multiple, the cheaper of the two
 * multiples beside it is the best one, since the cost is convex.
 *
 * <p>Worked: 2,400 units a year at 0.40 each, 3.20 an order and 24 % a year give 400 units and a
 * cost of 38.40.
 *
 * <p>Reference: Harris (1913), <i>How many parts to make at once</i>; Silver, Pyke &amp; Thomas
 * (2017), ch. 4, also for the worked numbers.
 */
public final class EconomicOrder {
  private EconomicOrder() {}

  /**
   * Returns the quantity; empty where nothing is wanted, or ordering or holding costs nothing, so
   * that there is no best one.
   *
   * @param yearlyDemand base units
   */
  public static Optional<Double> quantity(double yearlyDemand, CostTerms costs) {
    double holding = costs.holdingCost();
    return yearlyDemand > 0 && holding > 0 && costs.orderingCost() > 0
        ? Optional.of(Math.sqrt(2 * costs.orderingCost() * yearlyDemand / holding))
        : Optional.empty();
  }

  /** Returns what ordering and holding cost in a year if so much is ordered at a time. */
  public static double yearlyCost(double quantity, double yearlyDemand, CostTerms costs) {
    return costs.orderingCost() * yearlyDemand / quantity + costs.holdingCost() * quantity / 2;
  }

  /**
   * Returns the cheapest multiple, at least one.
   *
   * @param multiple base units, above 0
   */
  public static double multiple(
      double quantity, double multiple, double yearlyDemand, CostTerms costs) {
    double below = Math.floor(quantity / multiple) * multiple;
    double above = below + multiple;
    return below > 0
            && yearlyCost(below, yearlyDemand, costs) <= yearlyCost(above, yearlyDemand, costs)
        ? below
        : above;
  }
}
