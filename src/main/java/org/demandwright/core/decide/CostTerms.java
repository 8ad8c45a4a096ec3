package org.demandwright.core.decide;

import java.util.Objects;
import java.util.Optional;

/**
 * What stock and orders cost, all in one currency.
 *
 * @param price v, of one base unit
 * @param holdingRate r, share of the price that holding a unit for a year costs, such as 0.2
 * @param orderingCost A, of one order line, whatever its quantity
 * @param shortageCost of a base unit that is wanted and not there; empty = not known
 */
public record CostTerms(
    double price, double holdingRate, double orderingCost, Optional<Double> shortageCost) {
  public CostTerms {
    Objects.requireNonNull(shortageCost, "shortageCost");
    if (!(price >= 0 && holdingRate >= 0 && orderingCost >= 0 && shortageCost.orElse(0.0) >= 0)) {
      throw new IllegalArgumentException(
          "price %s, holding rate %s, ordering cost %s, shortage cost %s"
              .formatted(price, holdingRate, orderingCost, shortageCost));
    }
  }

  /** Returns what holding one unit for a year costs. */
  double holdingCost() {
    return price * holdingRate;
  }
}
