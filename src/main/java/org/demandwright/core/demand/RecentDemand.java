package org.demandwright.core.demand;

import java.util.Arrays;

/**
 * What the last periods let expect of the next ones: their median, or the line that they follow
 * where it goes further.
 *
 * <p>The line is that of Theil and Sen: its slope is the median slope of all pairs, so a single
 * wild value does not turn it; through logarithms where every value is above 0, so that demand
 * which doubles each period is expected to go on. The spread is the larger one of 1.4826 × the
 * median absolute deviation and, upwards, 1.4826 × the distance of the upper quartile from the
 * median, since sizes of orders are skewed; for its least see {@link UsualDemand#spread}.
 *
 * <p>Reference: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63
 * (1968) 1379–1389.
 */
final class RecentDemand {
  private static final double UPPER_QUARTILE = 0.75;

  private final int size;
  private final boolean logs;
  private final double level;
  private final double upperSpread;
  private final double lowerSpread;
  private final double slope;
  private final double next;

  /**
   * Describes the last periods.
   *
   * @param values at least one, oldest first, without season
   */
  RecentDemand(double... values) {
    size = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    level = median(sorted);
    double middle = median(sorted(distances(values, level)));
    double quartile = sorted[(int) Math.ceil(UPPER_QUARTILE * size) - 1] - level;
    upperSpread = UsualDemand.spread(level, Math.max(middle, quartile));
    lowerSpread = UsualDemand.spread(level, middle);
    logs = sorted[0] > 0;
    double[] y = logs ? Arrays.stream(values).map(Math::log).toArray() : values;
    slope = slope(y);
    double[] rest = new double[size];
    Arrays.setAll(rest, t -> y[t] + slope * (size - t));
    next = median(sorted(rest));
  }

  /**
   * Returns by how many spreads a value lies above what was to be expected, negative below it.
   *
   * @param step 1 for the period after the last one
   */
  double spreadsFrom(double value, int step) {
    boolean above = value > level;
    double distance = value - expected(above, step);
    return above == distance > 0 ? distance / spread(above) : 0;
  }

  /** Returns what was to be expected, at the most or at the least. */
  double expected(boolean atMost, int step) {
    double y = next + slope * (step - 1);
    double line = logs ? Math.exp(y) : y;
    return atMost ? Math.max(level, line) : Math.max(0, Math.min(level, line));
  }

  /** Returns the spread above or below the level. */
  double spread(boolean above) {
    return above ? upperSpread : lowerSpread;
  }

  private static double slope(double[] y) {
    double[] slopes = new double[y.length * (y.length - 1) / 2];
    int n = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = i + 1; j < y.length; j++) {
        slopes[n++] = (y[j] - y[i]) / (j - i);
      }
    }
    return n == 0 ? 0 : median(sorted(slopes));
  }

  private static double[] distances(double[] values, double centre) {
    return Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray();
  }

  private static double[] sorted(double... values) {
    Arrays.sort(values);
    return values;
  }

  private static double median(double... sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
