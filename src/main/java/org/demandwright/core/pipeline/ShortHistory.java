package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;

/**
 * The rules for a series whose history is short.
 *
 * <p>With fewer than {@link #WHOLE} horizons of known periods since the first demand a whole test
 * would leave less than half a horizon to learn from. Such a series is tested on what there is, see
 * {@link RollingOrigin#within}, by the methods that learn one series; what the panel's other series
 * show of each method after as few periods counts beside its own tests. Its bands are wider by what
 * so few observations do not tell.
 *
 * <p>Where not even that can be tested, the first method that accepts the series forecasts, in the
 * order {@link #PLAIN} and then of the contestants, with the verdict DO_NOT_FORECAST: its figures
 * are there to be looked at. A single period since the first demand tells no rate: the band around
 * its figure begins at 0.
 */
record ShortHistory(EngineOptions options, DemandSeries raw) {
  /** Horizons of known periods from which on a series has whole tests. */
  static final double WHOLE = 1.5;

  /** The methods that assume least. */
  private static final List<String> PLAIN = List.of("MovingAverage", "Naive");

  private static final double Z90 = 1.2816;

  /** So wide that the lower end of a band is 0. */
  private static final double NOTHING_KNOWN = 10;

  /** Returns the whole tests that the series allows, newest first. */
  List<RollingOrigin> wholeTests() {
    return RollingOrigin.knownPeriods(raw) < WHOLE * options.horizon()
        ? List.of()
        : RollingOrigin.of(raw, options.periodsBack(), options.horizon());
  }

  /** Returns the contestants in the order in which they forecast where nothing could be tested. */
  List<String> order(List<String> contestants) {
    List<String> order = new ArrayList<>(PLAIN);
    order.retainAll(contestants);
    contestants.stream().filter(id -> !order.contains(id)).forEach(order::add);
    return order;
  }

  /** Returns the choice of a model that could not be tested. */
  Selection untested(String id, Map<String, Failure> failures) {
    Words reason =
        Words.of(
            "forecast.untested",
            Words.of("forecast.periods", RollingOrigin.knownPeriods(raw)),
            demands(),
            RollingOrigin.LEAST_TRAINING + 1,
            RollingOrigin.MIN_DEMANDS,
            id);
    return new Selection(
        id, List.of(new Member(id, 1)), reason, Verdict.DO_NOT_FORECAST, List.of(), failures);
  }

  /**
   * Returns by how much the bands of a series of n known periods are wider than those of a long one
   * whose spread is known: √(1 + 1/n) · t ÷ z, with the 90 % quantiles t of Student's distribution
   * with n − 1 degrees of freedom (Cornish and Fisher's expansion) and z of the normal one; of a
   * single period nothing is known.
   */
  double widening() {
    int n = RollingOrigin.knownPeriods(raw);
    if (n < 2) {
      return NOTHING_KNOWN;
    }
    double df = n - 1;
    double z3 = Math.pow(Z90, 3);
    double t =
        Z90 + (z3 + Z90) / (4 * df) + (5 * Math.pow(Z90, 5) + 16 * z3 + 3 * Z90) / (96 * df * df);
    return Math.sqrt(1 + 1.0 / n) * t / Z90;
  }

  private int demands() {
    return (int) raw.units().stream().filter(u -> u > 0).count();
  }
}
