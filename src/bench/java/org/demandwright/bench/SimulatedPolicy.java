package org.demandwright.bench;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.EconomicOrder;
import org.demandwright.core.decide.EconomicTerms;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.HistoryLevels;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.decide.simulate.OrderRule;
import org.demandwright.core.decide.simulate.PlannedOrders;

/**
 * A way of ordering with one knob.
 *
 * @param name of its row
 * @param factors that are tried, ascending
 */
record SimulatedPolicy(String name, double[] factors, Making making) {
  private static final int YEAR = 365;
  private static final double[] SAFETY = {-0.5, 0, 0.5, 1, 1.5, 2, 2.33, 2.7, 3.1, 3.6, 4.2, 5};
  private static final double[] FILL = {0.4, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995};
  private static final double[] WEIGHT = {0.1, 0.3, 0.5, 0.7, 1, 1.4, 3, 7};

  /** Makes the rule of an item. */
  interface Making {
    OrderRule rule(At at, double factor);
  }

  /**
   * An item as it is replayed.
   *
   * @param forecasts empty of a way that has none
   */
  record At(
      SimulatedItem item,
      CostTerms costs,
      OrderTerms order,
      DayDistribution lead,
      int reviewDays,
      ForecastDays forecasts) {

    StockTerms terms(ServiceTarget service) {
      return StockTerms.of(StockPolicy.REORDER_POINT_ORDER_UP_TO, service)
          .with(costs)
          .withUnit(order.unit())
          .withOrders(order.minimum(), order.multiple());
    }

    OrderRule planned(Function<DemandOverTime, StockTerms> terms) {
      return new PlannedOrders(
          new PlannedOrders.Basis(forecasts, item.days(), lead, reviewDays, order), terms);
    }

    OrderRule history(int window, double factor) {
      return new MinMaxOrders(
          new HistoryLevels(
              window, factor, lead.plus(reviewDays), reviewDays, order.unit(), costs));
    }
  }

  /** The service and the lot that cost least, with so many times the shortage cost. */
  static SimulatedPolicy economic(String name) {
    return new SimulatedPolicy(
        name,
        WEIGHT,
        (at, factor) -> {
          CostTerms weighed =
              new CostTerms(
                  at.costs().price(),
                  at.costs().holdingRate(),
                  at.costs().orderingCost(),
                  at.costs().shortageCost().map(b -> b * factor));
          ReviewCycle cycle = ReviewCycle.of(at.lead(), at.reviewDays());
          StockTerms any = at.terms(ServiceTarget.fillRate(0.5)).with(weighed);
          return at.planned(demand -> EconomicTerms.of(demand, cycle, any));
        });
  }

  /** One fill rate for all. */
  static SimulatedPolicy fillRate(String name) {
    return new SimulatedPolicy(
        name,
        FILL,
        (at, factor) -> {
          StockTerms terms = at.terms(ServiceTarget.fillRate(factor));
          return at.planned(demand -> terms);
        });
  }

  /**
   * One cycle service for all, ordered up to at each review: what counts where nobody says more.
   */
  static SimulatedPolicy usual(String name) {
    return new SimulatedPolicy(
        name,
        new double[] {0.95},
        (at, factor) -> {
          StockTerms terms = at.terms(ServiceTarget.cycle(factor)).with(StockPolicy.ORDER_UP_TO);
          return at.planned(demand -> terms);
        });
  }

  static SimulatedPolicy history(String name, int window) {
    return new SimulatedPolicy(name, SAFETY, (at, factor) -> at.history(window, factor));
  }

  /** The forecast's mean, and around it the normal distribution with the deviation of a year. */
  static SimulatedPolicy plain(String name, int window) {
    return new SimulatedPolicy(
        name,
        SAFETY,
        (at, factor) -> {
          ReviewCycle cycle = ReviewCycle.of(at.lead(), at.reviewDays());
          return new MinMaxOrders(
              morning -> {
                DemandOverTime demand = at.forecasts().on(morning.day());
                double unit = at.order().unit().doubleValue();
                double mean = demand.over(cycle.protection()).mean();
                double daily = demand.mean(demand.reach()) / demand.reach();
                double deviation = morning.past().deviation(window) * unit;
                double spread =
                    Math.sqrt(
                        cycle.protection().mean() * deviation * deviation
                            + daily * daily * cycle.protection().variance());
                double lot =
                    Math.max(
                        daily * at.reviewDays(),
                        EconomicOrder.quantity(daily * YEAR, at.costs()).orElse(0.0));
                BigDecimal minimum = BigDecimal.valueOf(Math.max(0, mean + factor * spread));
                return new MinMaxOrders.Levels(minimum, minimum.add(BigDecimal.valueOf(lot)));
              });
        });
  }

  /** The ERP's own rules, both levels times the factor. */
  static SimulatedPolicy erp(String name) {
    return new SimulatedPolicy(
        name,
        new double[] {0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2},
        (at, factor) -> {
          var levels = at.item().erp().orElseThrow();
          BigDecimal times = BigDecimal.valueOf(factor);
          return MinMaxOrders.ofErp(
              day -> {
                MinMaxOrders.Levels l = levels.apply(day);
                return new MinMaxOrders.Levels(
                    l.minimum().multiply(times), l.maximum().multiply(times));
              });
        });
  }

  /** Other days, each so many times as long. */
  static DayDistribution stretched(DayDistribution lead, double times) {
    Map<Integer, Double> days = new TreeMap<>();
    for (int d = lead.first(); d <= lead.last(); d++) {
      if (lead.share(d) > 0) {
        days.merge((int) Math.max(1, Math.rint(d * times)), lead.share(d), Double::sum);
      }
    }
    return DayDistribution.of(days);
  }
}
