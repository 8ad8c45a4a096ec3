package org.demandwright.core.evaluate;

import org.demandwright.core.DoubleVector;

/**
 * The levels at which totals are known: 5, 10 … 95 % and, for high service levels, 98 and 99 %.
 * Below and above them nothing is said.
 */
public final class TotalLevels {
  /** How many there are. */
  public static final int COUNT = 21;

  /** The levels, ascending, shares 0–1. */
  public static final DoubleVector ALL = all();

  /** Place of 10 % among them. */
  public static final int P10 = 1;

  /** Place of the median. */
  public static final int P50 = 9;

  /** Place of 90 %. */
  public static final int P90 = 17;

  /** Quantiles of the standard normal distribution at the levels. */
  public static final DoubleVector NORMAL =
      DoubleVector.of(
          -1.6449, -1.2816, -1.0364, -0.8416, -0.6745, -0.5244, -0.3853, -0.2533, -0.1257, 0,
          0.1257, 0.2533, 0.3853, 0.5244, 0.6745, 0.8416, 1.0364, 1.2816, 1.6449, 2.0537, 2.3263);

  private TotalLevels() {}

  private static DoubleVector all() {
    double[] levels = new double[COUNT];
    for (int i = 0; i < COUNT - 2; i++) {
      levels[i] = 5 * (i + 1) / 100.0;
    }
    levels[COUNT - 2] = 0.98;
    levels[COUNT - 1] = 0.99;
    return DoubleVector.of(levels);
  }

  /** Returns the lowest level. */
  public static double lowest() {
    return ALL.get(0);
  }

  /** Returns the highest level. */
  public static double highest() {
    return ALL.last();
  }

  /**
   * Returns the place of the first level that is at least {@code level}, which is in their range.
   */
  static int atLeast(double level) {
    int i = 0;
    while (ALL.get(i) < level) {
      i++;
    }
    return i;
  }
}
