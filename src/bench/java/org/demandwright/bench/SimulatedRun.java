package org.demandwright.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.PlaceReplay;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;

/**
 * Replays all items of a world under one way of ordering, with each of its factors, as {@link
 * PlaceReplay} replays one.
 */
final class SimulatedRun {
  static final int REVIEW_DAYS = 7;
  private static final long SEED = 20_261_129;

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
  private final ReplayWindows windows;

  SimulatedRun(SimulatedWorld world, Variant variant, Map<SeriesKey, List<TotalDemand>> versions) {
    this.world = world;
    this.variant = variant;
    this.versions = versions;
    this.windows = new ReplayWindows(world.tuneFrom(), world.testFrom(), world.testTo());
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
    List<Outcome> tuned = new ArrayList<>();
    List<Map<SeriesKey, Outcome>> tested = new ArrayList<>();
    List<Set<String>> orders = new ArrayList<>();
    for (int f = 0; f < factors.length; f++) {
      tuned.add(Outcome.nothing(windows.tunedDays()));
      tested.add(new HashMap<>());
      orders.add(new TreeSet<>());
    }
    for (SimulatedItem item : world.items()) {
      if (versions.containsKey(item.key())) {
        List<PlaceReplay.Point> curve =
            new PlaceReplay(item.replayed(variant, REVIEW_DAYS), windows, SEED)
                .curve(
                    policy.way(), Optional.of(new ForecastDays(versions.get(item.key()))), factors);
        for (int f = 0; f < factors.length; f++) {
          PlaceReplay.Point point = curve.get(f);
          tuned.set(f, tuned.get(f).plus(point.tuned()));
          tested.get(f).put(item.key(), point.tested());
          for (LocalDate day : point.ordered()) {
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
}
