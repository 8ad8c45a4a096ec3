package org.demandwright.core.decide.simulate;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.StockTerms;

/**
 * An item at a site whose past is replayed.
 *
 * @param key by which its lead times are drawn
 * @param demand that came, and before it what rules are to know
 * @param terms by which it is ordered, delivered and charged
 * @param believed working days that deliveries are believed to take by whoever orders; those that
 *     they do take are drawn by the terms
 * @param cycle the usual stretch of time that a stock has to cover, of what is believed
 * @param planned what its stock is planned by where it is planned by its policy
 * @param erp the ERP's own minimum and maximum; empty where it has none
 */
public record ReplayedPlace(
    String key,
    DailyDemand demand,
    SimulationTerms terms,
    DayDistribution believed,
    ReviewCycle cycle,
    PlanTerms planned,
    Optional<MinMaxOrders> erp) {
  public ReplayedPlace {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(demand, "demand");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(believed, "believed");
    Objects.requireNonNull(cycle, "cycle");
    Objects.requireNonNull(planned, "planned");
    Objects.requireNonNull(erp, "erp");
  }

  /** Returns what its stock is planned by where a service is chosen for the costs alone. */
  StockTerms serving(ServiceTarget service) {
    OrderTerms order = terms.order();
    return StockTerms.of(StockPolicy.REORDER_POINT_ORDER_UP_TO, service)
        .with(terms.costs())
        .withUnit(order.unit())
        .withOrders(order.minimum(), order.multiple());
  }

  /** Returns its costs with another one of a missing unit. */
  CostTerms shortageTimes(double factor) {
    CostTerms known = terms.costs();
    return new CostTerms(
        known.price(),
        known.holdingRate(),
        known.orderingCost(),
        known.shortageCost().map(b -> b * factor));
  }
}
