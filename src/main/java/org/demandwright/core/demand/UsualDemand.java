package org.demandwright.core.demand;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a series usually demands in each period: a running level times a seasonal factor, both so
 * robust that a single wild value does not move them, and both without the period that is judged by
 * them: with two years behind it a peak would otherwise be half of its own season.
 *
 * <p>The level of a period is the median of the seasonally adjusted demand in the nearest observed
 * periods, {@code reach} on each side; of intermittent demand, whose median is often 0, it is the
 * mean. The factor of a season is the median of demand ÷ level over the cycles, drawn towards 1 by
 * {@code cycles ÷ (cycles + 2)}; it is 1 for intermittent demand and where a season was seen only
 * once. The spread is 1.4826 × the median absolute deviation from the level in the same periods, at
 * least a tenth of the level and at least its square root (counts scatter like that by chance).
 */
final class UsualDemand {
  /** Observed periods beside it without which nothing can be said of a period. */
  static final int LEAST_OTHERS = 4;

  private static final double MAD_TO_SD = 1.4826;
  private static final double LEAST_SPREAD = 0.1;
  private static final int LEAST_REACH = 6;
  private static final int LONGEST_REACH = 14;

  private final double[] level;
  private final double[] spread;
  private final double[] factor;
  private final int reach;

  private UsualDemand(double[] level, double[] spread, double[] factor, int reach) {
    this.level = level;
    this.spread = spread;
    this.factor = factor;
    this.reach = reach;
  }

  static UsualDemand of(DemandSeries series, int season, DemandPattern pattern) {
    int[] observed = sinceFirstDemand(series).filter(series::observed).toArray();
    double[] units = series.units().toArray();
    int reach = reach(season);
    boolean byMean = pattern.intermittent();
    UsualDemand first = around(units, observed, ones(series.size()), reach, byMean);
    if (byMean || season == 1 || series.size() < 2 * season) {
      return first;
    }
    double[] factor = new SeasonFactors(season, units, observed, first.level).ofPeriods();
    return around(units, observed, factor, reach, false);
  }

  /** Returns how much is usually demanded where anything is: of the periods with demand alone. */
  static UsualDemand ofSizes(DemandSeries series) {
    int[] sold =
        sinceFirstDemand(series)
            .filter(i -> series.observed(i) && series.units().get(i) > 0)
            .toArray();
    return around(series.units().toArray(), sold, ones(series.size()), LONGEST_REACH, false);
  }

  /** Returns the indices from the first period with demand on; before it there was no item yet. */
  static IntStream sinceFirstDemand(DemandSeries series) {
    int first = 0;
    while (first < series.size() && series.units().get(first) == 0) {
      first++;
    }
    return IntStream.range(first, series.size());
  }

  /** Returns the usual demand of the period at this index, base units. */
  double at(int index) {
    return level[index] * factor[index];
  }

  /**
   * Returns the spread around it, one robust standard deviation, base units; infinite where too few
   * other periods were observed.
   */
  double spreadAt(int index) {
    return spread[index] * factor[index];
  }

  /** Returns the seasonal factor of the period at this index, 1 for none. */
  double factorAt(int index) {
    return factor[index];
  }

  /** Returns how many observed periods before and after a period make its level. */
  int reach() {
    return reach;
  }

  /** Returns the spread of values around their level, from the middle of their distances. */
  static double spread(double level, double middleDistance) {
    return Math.max(
        MAD_TO_SD * middleDistance, Math.max(LEAST_SPREAD * level, Math.sqrt(Math.max(0, level))));
  }

  /** Whole cycles on each side where the season is short, a quarter of a year where it is long. */
  private static int reach(int season) {
    int cycles = Math.max(1, LEAST_REACH / season + (LEAST_REACH % season == 0 ? 0 : 1));
    return Math.min(LONGEST_REACH, cycles * season);
  }

  private static UsualDemand around(
      double[] units, int[] observed, double[] factor, int reach, boolean byMean) {
    int n = units.length;
    double[] level = new double[n];
    double[] spread = new double[n];
    double[] flat = new double[observed.length];
    Arrays.setAll(flat, k -> units[observed[k]] / factor[observed[k]]);
    SortedWindow near = new SortedWindow(2 * reach + 2);
    for (int i = 0, rank = 0, from = 0, to = 0; i < n; i++) {
      while (rank < observed.length && observed[rank] < i) {
        rank++;
      }
      while (to < Math.min(observed.length, rank + reach + 1)) {
        near.add(flat[to++]);
      }
      while (from < rank - reach) {
        near.remove(flat[from++]);
      }
      boolean judged = rank < observed.length && observed[rank] == i;
      if (judged) {
        near.remove(flat[rank]);
      }
      level[i] = byMean ? near.mean() : near.median();
      spread[i] =
          judged && near.size() < LEAST_OTHERS
              ? Double.POSITIVE_INFINITY
              : spread(level[i], near.medianDistance(level[i]));
      if (judged) {
        near.add(flat[rank]);
      }
    }
    return new UsualDemand(level, spread, factor, reach);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
