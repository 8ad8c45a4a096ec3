package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.EconomicOrder;
import org.demandwright.core.decide.EconomicTerms;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockTerms;

/**
 * The ways of ordering that are compared. Each has one knob, which is to be set by what came before
 * the test alone.
 */
public enum WayOfOrdering {
  /**
   * As stock is planned: by its policy, on the forecast's own distribution; where no policy says a
   * service, and costs are known, by the one that costs least. The knob multiplies the share that
   * is not served: 1 − (1 − service) × knob; 1 = as it is planned.
   */
  PLANNED(true, 8, 4, 2, 1, 0.5, 0.25, 0.1) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      return planned(
          place, forecasts, (demand, cycle) -> missing(place.planned().of(demand, cycle), knob));
    }

    private StockTerms missing(StockTerms terms, double times) {
      ServiceTarget asked = terms.service();
      if (times == 1) {
        return terms;
      }
      double lowest = Math.min(LOWEST_SERVICE, asked.level());
      double level = Math.max(lowest, 1 - (1 - asked.level()) * times);
      return terms.with(new ServiceTarget(asked.kind(), Math.min(HIGHEST_SERVICE, level)));
    }
  },
  /**
   * The service and the lot that cost least by the forecast's own distribution ({@link
   * EconomicTerms}). The knob multiplies what a missing unit costs.
   */
  LEAST_COST(true, 0.1, 0.3, 0.5, 0.7, 1, 1.4, 3, 7) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      StockTerms any =
          place.serving(ServiceTarget.fillRate(LOWEST_SERVICE)).with(place.shortageTimes(knob));
      return planned(
          place, forecasts, (demand, cycle) -> EconomicTerms.of(demand, place.cycle(), any));
    }
  },
  /** One fill rate for all, by the forecast's own distribution. The knob is the rate. */
  FILL_RATE(true, 0.4, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      StockTerms terms = place.serving(ServiceTarget.fillRate(knob));
      return planned(place, forecasts, (demand, cycle) -> terms);
    }
  },
  /**
   * The forecast's mean, and around it the normal distribution with the deviation of the last 365
   * days. The knob is the safety factor.
   */
  FORECAST_NORMAL(true, -0.5, 0, 0.5, 1, 1.5, 2, 2.33, 2.7, 3.1, 3.6, 4.2, 5) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      return new MinMaxOrders(morning -> normal(place, forecasts, morning, knob));
    }
  },
  /**
   * Minimum and maximum by mean and deviation of the last 365 days, as ERPs ship them. The knob is
   * the safety factor.
   */
  MIN_MAX(false, -0.5, 0, 0.5, 1, 1.5, 2, 2.33, 2.7, 3.1, 3.6, 4.2, 5) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      return history(place, YEAR, knob);
    }
  },
  /** The same of the last 91 days: a moving average with a safety stock. */
  MOVING_AVERAGE(false, -0.5, 0, 0.5, 1, 1.5, 2, 2.33, 2.7, 3.1, 3.6, 4.2, 5) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      return history(place, QUARTER, knob);
    }
  },
  /** The ERP's own minimum and maximum. The knob multiplies both. */
  ERP_RULES(false, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2) {
    @Override
    public OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob) {
      return place.erp().orElseThrow().times(BigDecimal.valueOf(knob));
    }
  };

  private static final int YEAR = 365;
  private static final int QUARTER = 91;
  private static final double LOWEST_SERVICE = 0.5;
  private static final double HIGHEST_SERVICE = 0.9999;

  private final boolean byForecast;
  private final double[] knobs;

  WayOfOrdering(boolean byForecast, double... knobs) {
    this.byForecast = byForecast;
    this.knobs = knobs;
  }

  /** Returns whether it orders by a forecast, else by the past or by rules alone. */
  public boolean isByForecast() {
    return byForecast;
  }

  /** Returns the knobs that are tried. */
  public double[] knobs() {
    return knobs.clone();
  }

  /** Returns whether it can order an item for a site. */
  public boolean isOf(ReplayedPlace place) {
    return this != ERP_RULES || place.erp().isPresent();
  }

  /**
   * Returns the rule of an item at a site.
   *
   * @param forecasts null where it goes by none
   */
  public abstract OrderRule rule(ReplayedPlace place, ForecastDays forecasts, double knob);

  private static OrderRule planned(ReplayedPlace place, ForecastDays forecasts, PlanTerms terms) {
    SimulationTerms of = place.terms();
    return new PlannedOrders(
        new PlannedOrders.Basis(
            forecasts, of.days(), place.believed(), of.reviewDays(), of.order()),
        terms);
  }

  private static OrderRule history(ReplayedPlace place, int window, double factor) {
    SimulationTerms terms = place.terms();
    return new MinMaxOrders(
        new HistoryLevels(
            window,
            factor,
            place.cycle().protection(),
            terms.reviewDays(),
            terms.order().unit(),
            terms.costs()));
  }

  private static MinMaxOrders.Levels normal(
      ReplayedPlace place, ForecastDays forecasts, Morning morning, double factor) {
    DemandOverTime demand = forecasts.on(morning.day());
    SimulationTerms terms = place.terms();
    double mean = demand.over(place.cycle().protection()).mean();
    double daily = demand.mean(demand.reach()) / demand.reach();
    double deviation = morning.past().deviation(YEAR) * terms.order().unit().doubleValue();
    double spread =
        Math.sqrt(
            place.cycle().protection().mean() * deviation * deviation
                + daily * daily * place.cycle().protection().variance());
    double lot =
        Math.max(
            daily * terms.reviewDays(),
            EconomicOrder.quantity(daily * YEAR, terms.costs()).orElse(0.0));
    BigDecimal minimum = BigDecimal.valueOf(Math.max(0, mean + factor * spread));
    return new MinMaxOrders.Levels(minimum, minimum.add(BigDecimal.valueOf(lot)));
  }
}
