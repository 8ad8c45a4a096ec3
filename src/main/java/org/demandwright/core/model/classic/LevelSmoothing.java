package org.demandwright.core.model.classic;

import java.util.Arrays;

/**
 * Simple exponential smoothing of one level: l ← l + α·(y − l), begun with the first observed
 * value; periods that are not known leave the level as it is.
 *
 * @param alpha weight of the newest observation, 0–1
 * @param level after the last period
 * @param levels before each period, as many as the history has; NaN before the first observation
 */
record LevelSmoothing(double alpha, double level, double[] levels) {
  /**
   * A level that remembers for longer than this follows no change of demand: below it, retail
   * demand is forecast too high for many months after it fell.
   */
  static final double LEAST_ALPHA = 0.1;

  private static final int GRID = 50;
  private static final int FIRST = 5;

  /** Smooths with the α of 0.10, 0.12 … 0.98 whose one-step errors have the least squares. */
  static LevelSmoothing best(Observations y) {
    return with(bestAlpha(y.compact()), y);
  }

  /** Returns the α that {@link #best} would choose for these values, all of them known. */
  static double bestAlpha(double[] values) {
    double bestAlpha = LEAST_ALPHA;
    double bestError = Double.POSITIVE_INFINITY;
    for (int k = FIRST; k < GRID; k++) {
      double alpha = (double) k / GRID;
      double error = squaredError(values, alpha);
      if (error < bestError) {
        bestError = error;
        bestAlpha = alpha;
      }
    }
    return bestAlpha;
  }

  /** Returns the level as a flat forecast. */
  Curve curve() {
    int start = 0;
    while (start < levels.length && Double.isNaN(levels[start])) {
      start++;
    }
    return new Curve(h -> level, Arrays.copyOfRange(levels, start, levels.length));
  }

  private static double squaredError(double[] values, double alpha) {
    double level = values[0];
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      double error = values[i] - level;
      sum += error * error;
      level += alpha * error;
    }
    return sum;
  }

  /** Smooths with this α. */
  static LevelSmoothing with(double alpha, Observations y) {
    double[] levels = new double[y.size()];
    double level = Double.NaN;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level;
      if (y.known(i)) {
        level = Double.isNaN(level) ? y.unit(i) : level + alpha * (y.unit(i) - level);
      }
    }
    return new LevelSmoothing(alpha, level, levels);
  }
}
