package org.demandwright.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.SimulationTerms;
import org.demandwright.core.decide.simulate.StockCourse;
import org.demandwright.core.decide.simulate.StockSimulation;
import org.demandwright.core.decide.simulate.Unserved;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;

/**
 * Replays all items of a world under one way of ordering, with each of its factors: the days of
 * tuning, and the days of the test, each from the same stock for all ways, what the newest quarter
 * wanted in one and a half times lead time and review period. The first five weeks of both do not
 * count.
 */
final class SimulatedRun {
  static final int REVIEW_DAYS = 7;
  private static final long SEED = 20_261_129;
  private static final int WARM_UP = 35;
  private static final int RECENT = 91;

  /**
   * What is different from the data.
   *
   * @param minimums whether vendors ask for minimums and multiples
   */
  record Variant(
      String name,
      double lead,
      double holding,
      double ordering,
      double shortage,
      boolean minimums) {
    static final Variant BASE = new Variant("as it is", 1, 1, 1, 1, false);
    static final Variant TERMS = new Variant("with minimums and multiples", 1, 1, 1, 1, true);
  }

  /**
   * What came of one factor.
   *
   * @param tuned in the days up to the test, all items together
   * @param tested in the test, by item
   * @param orders of vendors to sites in the test
   */
  record Point(double factor, Outcome tuned, Map<SeriesKey, Outcome> tested, int orders) {
    Outcome all() {
      return of(k -> true);
    }

    Outcome of(Predicate<SeriesKey> some) {
      return tested.entrySet().stream()
          .filter(e -> some.test(e.getKey()))
          .map(Map.Entry::getValue)
          .reduce(Outcome::plus)
          .orElseThrow();
    }
  }

  private final SimulatedWorld world;
  private final Variant variant;
  private final Map<SeriesKey, List<TotalDemand>> versions;

  SimulatedRun(SimulatedWorld world, Variant variant, Map<SeriesKey, List<TotalDemand>> versions) {
    this.world = world;
    this.variant = variant;
    this.versions = versions;
  }

  /** Returns all points of a way. */
  List<Point> curve(SimulatedPolicy policy) {
    return points(policy, policy.factors());
  }

  /** Returns the factor that cost least up to the test. */
  static Point tuned(List<Point> curve) {
    Point best = curve.get(0);
    for (Point p : curve) {
      best = p.tuned().money().total().compareTo(best.tuned().money().total()) < 0 ? p : best;
    }
    return best;
  }

  Point point(SimulatedPolicy policy, double factor) {
    return points(policy, factor).get(0);
  }

  /** Item by item, so that what is kept of the forecasts of one goes with it. */
  private List<Point> points(SimulatedPolicy policy, double... factors) {
    LocalDate counted = world.tuneFrom().plusDays(WARM_UP);
    LocalDate judged = world.testFrom().plusDays(WARM_UP);
    int days = (int) (world.testFrom().toEpochDay() - counted.toEpochDay());
    List<Outcome> tuned = new ArrayList<>();
    List<Map<SeriesKey, Outcome>> tested = new ArrayList<>();
    List<Set<String>> orders = new ArrayList<>();
    for (int f = 0; f < factors.length; f++) {
      tuned.add(Outcome.nothing(days));
      tested.add(new HashMap<>());
      orders.add(new TreeSet<>());
    }
    for (SimulatedItem item : world.items()) {
      if (versions.containsKey(item.key())) {
        ForecastDays forecasts = new ForecastDays(versions.get(item.key()));
        for (int f = 0; f < factors.length; f++) {
          double factor = factors[f];
          StockCourse before =
              course(policy, factor, item, forecasts, world.tuneFrom(), world.testFrom());
          StockCourse course =
              course(policy, factor, item, forecasts, world.testFrom(), world.testTo());
          tuned.set(f, tuned.get(f).plus(before.outcome(counted, world.testFrom())));
          tested.get(f).put(item.key(), course.outcome(judged, world.testTo()));
          for (LocalDate day : course.orderDays(judged, world.testTo())) {
            orders.get(f).add(item.vendor() + "|" + item.key().site() + "|" + day);
          }
        }
      }
    }
    List<Point> points = new ArrayList<>();
    for (int f = 0; f < factors.length; f++) {
      points.add(new Point(factors[f], tuned.get(f), tested.get(f), orders.get(f).size()));
    }
    return points;
  }

  private StockCourse course(
      SimulatedPolicy policy,
      double factor,
      SimulatedItem item,
      ForecastDays forecast,
      LocalDate from,
      LocalDate to) {
    CostTerms known = item.costs();
    CostTerms costs =
        new CostTerms(
            known.price(),
            known.holdingRate() * variant.holding(),
            known.orderingCost() * variant.ordering(),
            known.shortageCost().map(b -> b * variant.shortage()));
    OrderTerms order = item.order(variant.minimums());
    DayDistribution lead = SimulatedPolicy.stretched(item.lead(), variant.lead());
    SimulatedPolicy.At at = new SimulatedPolicy.At(item, costs, order, lead, REVIEW_DAYS, forecast);
    double daily = item.demand().before(from).mean(RECENT) * order.unit().doubleValue();
    BigDecimal opening =
        BigDecimal.valueOf(daily * (lead.mean() + REVIEW_DAYS) * 1.5)
            .setScale(0, RoundingMode.CEILING);
    return StockSimulation.run(
        new SimulationTerms(
            REVIEW_DAYS, item.days(), lead, lead.quantile(0.5), order, costs, Unserved.LOST),
        SEED,
        item.key().toString(),
        item.demand(),
        from,
        to,
        opening,
        policy.making().rule(at, factor));
  }
}
