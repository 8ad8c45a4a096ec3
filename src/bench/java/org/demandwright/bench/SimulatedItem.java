package org.demandwright.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationTerms;
import org.demandwright.core.decide.simulate.Unserved;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SeriesKey;

/**
 * An item at a site whose past is replayed.
 *
 * @param vendor who delivers, for orders of several lines
 * @param demand smallest units a day, from the first day of the data on
 * @param costs in the currency of the data
 * @param order what the vendor takes, with {@code order.unit()} the smallest unit
 * @param lead calendar days
 * @param erp the ERP's own minimum and maximum by day; empty where it has none
 */
record SimulatedItem(
    SeriesKey key,
    String vendor,
    String category,
    DailyDemand demand,
    CostTerms costs,
    OrderTerms order,
    DayDistribution lead,
    SupplyDays days,
    Optional<Function<LocalDate, MinMaxOrders.Levels>> erp,
    List<Price> prices,
    List<Promotion> promotions) {
  private static final ServiceTarget USUAL = ServiceTarget.cycle(0.95);
  private static final double MIDDLE = 0.5;

  /**
   * Returns the item as it is replayed. Its plan is the one that there is where nobody says more:
   * one cycle service for all, ordered up to at each review.
   */
  ReplayedPlace replayed(SimulatedRun.Variant variant, int reviewDays) {
    CostTerms varied =
        new CostTerms(
            costs.price(),
            costs.holdingRate() * variant.holding(),
            costs.orderingCost() * variant.ordering(),
            costs.shortageCost().map(b -> b * variant.shortage()));
    OrderTerms taken =
        variant.minimums()
            ? order
            : new OrderTerms(
                order.unit(), BigDecimal.ZERO, order.unit(), order.unit(), Optional.empty());
    DayDistribution takes = stretched(lead, variant.lead());
    StockTerms usual =
        StockTerms.of(StockPolicy.ORDER_UP_TO, USUAL)
            .with(varied)
            .withUnit(taken.unit())
            .withOrders(taken.minimum(), taken.multiple());
    return new ReplayedPlace(
        key.toString(),
        demand,
        new SimulationTerms(
            reviewDays, days, takes, takes.quantile(MIDDLE), taken, varied, Unserved.LOST),
        takes,
        ReviewCycle.of(takes, reviewDays),
        (wanted, cycle) -> usual,
        erp.map(MinMaxOrders::ofErp));
  }

  /** Other days, each so many times as long. */
  private static DayDistribution stretched(DayDistribution lead, double times) {
    Map<Integer, Double> days = new TreeMap<>();
    for (int d = lead.first(); d <= lead.last(); d++) {
      if (lead.share(d) > 0) {
        days.merge((int) Math.max(1, Math.rint(d * times)), lead.share(d), Double::sum);
      }
    }
    return DayDistribution.of(days);
  }

  double units(LocalDate from, LocalDate to) {
    long steps = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      steps += demand.on(day);
    }
    return steps * order.unit().doubleValue();
  }
}
