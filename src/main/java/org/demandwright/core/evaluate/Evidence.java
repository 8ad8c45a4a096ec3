package org.demandwright.core.evaluate;

import java.util.OptionalDouble;

/**
 * What is known of a forecast before it is made: how it did in tests on the series itself, and what
 * the tests of the panel's other series let expect. Both are logarithms of a loss ÷ another one,
 * negative = better.
 *
 * <p>The own record counts with its number of origins, the panel's with {@link #PANEL_WEIGHT}:
 * three origins are few, and the best of ten noisy figures is mostly luck. Where the panel tells
 * nothing, "as good as the other" stands in with the weight 1. A record that is far from what the
 * panel lets expect is no luck: at a distance d above 1, more than a factor of e, the panel's
 * weight falls to 1 ÷ d² of itself, as for a prior with heavy tails.
 *
 * <p>References: Bates &amp; Granger (1969), <i>The combination of forecasts</i>; Dawid (1973),
 * <i>Posterior expectations for large observations</i>, Biometrika 60.
 *
 * @param origins at which the series was tested
 * @param own record there
 * @param foreseen what the panel lets expect, empty if it tells nothing
 */
record Evidence(int origins, double own, OptionalDouble foreseen) {
  /** Weight of the panel, in origins of the series' own. */
  static final double PANEL_WEIGHT = 20;

  /** Returns both as one number. */
  double expected() {
    if (foreseen.isEmpty()) {
      return origins * own / (origins + 1);
    }
    double distance = own - foreseen.getAsDouble();
    double weight = PANEL_WEIGHT / Math.max(1, distance * distance);
    return (origins * own + weight * foreseen.getAsDouble()) / (origins + weight);
  }
}
