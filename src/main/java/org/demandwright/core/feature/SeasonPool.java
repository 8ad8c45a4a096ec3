package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean season of several series, each counted by its cycles, at most 20. All count their cycles
 * back from the same end, so a year in which all of them fell is one cycle of the pool, too, and no
 * season by itself.
 */
final class SeasonPool {
  private static final int MOST_CYCLES = 20;

  private final int season;
  private final List<SeasonSums> newest = new ArrayList<>();
  private final SeasonSums others;
  private double weight;
  private double units;

  SeasonPool(int season) {
    this.season = season;
    this.others = new SeasonSums(season);
  }

  void add(SeasonProfile profile) {
    if (profile.cycles() == 0) {
      return;
    }
    int w = Math.min(profile.cycles(), MOST_CYCLES);
    double share = w / profile.units();
    for (int c = 0; c < profile.newest().size(); c++) {
      if (c == newest.size()) {
        newest.add(new SeasonSums(season));
      }
      newest.get(c).add(profile.newest().get(c), share);
    }
    others.add(profile.others(), share);
    weight += w;
    units += profile.units();
  }

  /** Returns the pooled index with mean 1; all 1 where nothing was added. */
  double[] index() {
    SeasonProfile all = profile();
    double[] index = new double[season];
    Arrays.setAll(index, j -> all.proven(j, 1));
    double total = Arrays.stream(index).sum();
    return Arrays.stream(index).map(i -> total > 0 ? i * season / total : 1).toArray();
  }

  /** Returns the pool as if it were one series. */
  SeasonProfile profile() {
    return new SeasonProfile(newest, others, (int) Math.min(weight, Integer.MAX_VALUE), units);
  }
}
