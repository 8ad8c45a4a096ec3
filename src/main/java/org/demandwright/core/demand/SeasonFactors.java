package org.demandwright.core.demand;

import java.util.Arrays;

/**
 * The seasonal factor of each period: the median of demand ÷ level in the other cycles, drawn
 * towards 1 by {@code cycles ÷ (cycles + 2)}; 1 where the season was seen only once beside it.
 */
final class SeasonFactors {
  private static final int LEAST_CYCLES = 2;
  private static final double PRIOR_CYCLES = 2;

  private final int season;
  private final double[] ratio;
  private final double[][] sorted;

  /**
   * @param observed indices of the periods that teach
   * @param level of each period without season
   */
  SeasonFactors(int season, double[] units, int[] observed, double[] level) {
    this.season = season;
    this.ratio = new double[units.length];
    Arrays.fill(ratio, Double.NaN);
    int[] count = new int[season];
    double[][] seen = new double[season][units.length / season + 1];
    for (int i : observed) {
      if (level[i] > 0) {
        ratio[i] = units[i] / level[i];
        seen[i % season][count[i % season]++] = ratio[i];
      }
    }
    this.sorted = new double[season][];
    for (int k = 0; k < season; k++) {
      sorted[k] = Arrays.copyOf(seen[k], count[k]);
      Arrays.sort(sorted[k]);
    }
  }

  /** Returns the factor of each period, from what the same season of other cycles has shown. */
  double[] ofPeriods() {
    double[] factor = new double[ratio.length];
    Arrays.setAll(factor, this::of);
    return factor;
  }

  private double of(int index) {
    double[] cycles = sorted[index % season];
    boolean seen = !Double.isNaN(ratio[index]);
    int others = cycles.length - (seen ? 1 : 0);
    if (others < LEAST_CYCLES) {
      return 1;
    }
    int own = seen ? Arrays.binarySearch(cycles, ratio[index]) : others;
    double usual = (other(cycles, own, (others - 1) / 2) + other(cycles, own, others / 2)) / 2;
    return 1 + (usual - 1) * others / (others + PRIOR_CYCLES);
  }

  /** Returns the value of this rank among all but the one at {@code own}. */
  private static double other(double[] sorted, int own, int rank) {
    return sorted[rank < own ? rank : rank + 1];
  }
}
