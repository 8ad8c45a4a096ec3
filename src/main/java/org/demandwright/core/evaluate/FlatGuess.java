package org.demandwright.core.evaluate;

import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;

/**
 * The forecast that needs no method: the mean of all observed demand since the first sale, at every
 * step. It is the yardstick of every contest and no contestant itself.
 */
public final class FlatGuess {
  /** The name under which its backtests stand. */
  public static final String ID = "FlatGuess";

  private FlatGuess() {}

  /** Returns the guess for {@code horizon} steps; 0 for a series without observed demand. */
  public static DoubleVector forecast(DemandSeries training, int horizon) {
    return DoubleVector.filled(horizon, level(training));
  }

  private static double level(DemandSeries training) {
    double sum = 0;
    int n = 0;
    for (int t = 0; t < training.size(); t++) {
      if (training.observed(t) && (sum > 0 || training.units().get(t) > 0)) {
        sum += training.units().get(t);
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}
