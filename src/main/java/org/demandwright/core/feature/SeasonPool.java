package org.demandwright.core.feature;

import java.util.Arrays;

/** The mean season of several series, each counted by its cycles, at most 20. */
final class SeasonPool {
  private static final int MOST_CYCLES = 20;

  private final double[] sum;
  private double weight;
  private double units;

  SeasonPool(int season) {
    sum = new double[season];
  }

  void add(SeasonProfile profile) {
    int w = Math.min(profile.cycles(), MOST_CYCLES);
    for (int j = 0; j < sum.length; j++) {
      sum[j] += w * profile.index()[j];
    }
    weight += w;
    units += profile.units();
  }

  /** Returns the pooled index with mean 1; all 1 where nothing was added. */
  double[] index() {
    double[] index = new double[sum.length];
    double total = Arrays.stream(sum).sum();
    for (int j = 0; j < index.length; j++) {
      index[j] = total > 0 ? sum[j] * index.length / total : 1;
    }
    return index;
  }

  SeasonProfile profile() {
    return new SeasonProfile(index(), (int) Math.min(weight, Integer.MAX_VALUE), units);
  }
}
