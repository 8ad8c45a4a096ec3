package org.demandwright.core.demand;

import java.util.Arrays;

/**
 * What a series usually demands in each period: a running level times a seasonal factor, both so
 * robust that a single wild value does not move them.
 *
 * <p>The level of a period is the median of the seasonally adjusted demand in the nearest observed
 * periods, {@code reach} on each side; of intermittent demand, whose median is often 0, it is the
 * mean. The factor of a season is the median of demand ÷ level over the cycles, drawn towards 1 by
 * {@code cycles ÷ (cycles + 2)}; it is 1 for intermittent demand and where a season was seen only
 * once. The spread is 1.4826 × the median absolute deviation from the level in the same periods, at
 * least a tenth of the level and at least its square root (counts scatter like that by chance).
 */
final class UsualDemand {
  private static final double MAD_TO_SD = 1.4826;
  private static final double LEAST_SPREAD = 0.1;
  private static final int LEAST_REACH = 6;
  private static final int LONGEST_REACH = 14;

  private final double[] level;
  private final double[] spread;
  private final double[] factor;

  private UsualDemand(double[] level, double[] spread, double[] factor) {
    this.level = level;
    this.spread = spread;
    this.factor = factor;
  }

  static UsualDemand of(DemandSeries series, int season, DemandPattern pattern) {
    int[] observed = observed(series);
    double[] units = series.units().toArray();
    double[] flat = ones(series.size());
    int reach = reach(season);
    boolean byMean = pattern.intermittent();
    UsualDemand first = around(units, observed, flat, reach, byMean);
    boolean seasonal = !byMean && season > 1 && series.size() >= 2 * season;
    return seasonal
        ? around(units, observed, factors(units, observed, first.level, season), reach, false)
        : first;
  }

  /** Returns the usual demand of the period at this index, base units. */
  double at(int index) {
    return level[index] * factor[index];
  }

  /** Returns the spread around it, one robust standard deviation, base units. */
  double spreadAt(int index) {
    return spread[index] * factor[index];
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
      level[i] = byMean ? near.mean() : near.median();
      double noise = MAD_TO_SD * near.medianDistance(level[i]);
      spread[i] = Math.max(noise, Math.max(LEAST_SPREAD * level[i], Math.sqrt(level[i])));
    }
    return new UsualDemand(level, spread, factor);
  }

  private static double[] factors(double[] units, int[] observed, double[] level, int season) {
    int n = units.length;
    double[] bySeason = ones(season);
    int[] count = new int[season];
    double[][] seen = new double[season][n / season + 1];
    for (int i : observed) {
      if (level[i] > 0) {
        seen[i % season][count[i % season]++] = units[i] / level[i];
      }
    }
    for (int k = 0; k < season; k++) {
      if (count[k] > 1) {
        double usual = median(Arrays.copyOf(seen[k], count[k]));
        bySeason[k] = 1 + (usual - 1) * count[k] / (count[k] + 2.0);
      }
    }
    double[] factor = new double[n];
    Arrays.setAll(factor, i -> bySeason[i % season]);
    return factor;
  }

  private static int[] observed(DemandSeries series) {
    int[] indices = new int[series.size()];
    int count = 0;
    for (int i = 0; i < series.size(); i++) {
      if (series.observed(i)) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** Returns the median, 0 of nothing; sorts its argument. */
  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
