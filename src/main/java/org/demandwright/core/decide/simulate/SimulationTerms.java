package org.demandwright.core.decide.simulate;

import java.util.Objects;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;

/**
 * What an item at a site is ordered, delivered and charged by, the same for each rule.
 *
 * @param reviewDays calendar days from one look at the stock to the next; 0 = each day on which the
 *     vendor takes orders
 * @param days on which one can order and receive
 * @param deliveries working days that deliveries take: learned, or those of receipts that came
 * @param promisedDays working days that the vendor tells, by which what is open is expected
 * @param order what the vendor takes as an order line
 * @param costs with a shortage cost: the margin that is lost, or a penalty
 * @param unserved what becomes of what is not there
 */
public record SimulationTerms(
    int reviewDays,
    SupplyDays days,
    DayDistribution deliveries,
    int promisedDays,
    OrderTerms order,
    CostTerms costs,
    Unserved unserved) {
  public SimulationTerms {
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(unserved, "unserved");
    if (reviewDays < 0 || deliveries.first() < 0 || promisedDays < 0) {
      throw new IllegalArgumentException(
          "review every %d days, deliveries after %s, promised after %d"
              .formatted(reviewDays, deliveries, promisedDays));
    }
    if (costs.shortageCost().isEmpty()) {
      throw new IllegalArgumentException(
          "what a missing unit costs is not known; give a margin or a penalty");
    }
  }
}
