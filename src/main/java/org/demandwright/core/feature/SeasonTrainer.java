package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Learns the {@link SeasonIndex} of a panel. */
public final class SeasonTrainer {
  private static final int LEAST_CYCLES = 2;
  private static final int MOST_TESTED = 8;

  private final int season;
  private final Function<History, double[]> units;

  /**
   * Makes a trainer.
   *
   * @param season periods of one season; 1 for none
   * @param units gives the observed demand of a history, other effects divided out
   */
  public SeasonTrainer(int season, Function<History, double[]> units) {
    this.season = season;
    this.units = units;
  }

  /** Learns from a panel, in its order. */
  public SeasonIndex train(List<History> panel) {
    if (season == 1) {
      return SeasonIndex.none();
    }
    return new SeasonIndex(season, strength(panel), pools(panel, false));
  }

  private Map<String, double[]> pools(List<History> panel, boolean withoutTested) {
    SeasonPool all = new SeasonPool(season);
    Map<String, SeasonPool> categories = new TreeMap<>();
    for (History history : panel) {
      int end = history.size() - (withoutTested ? season * tested(history) : 0);
      if (end < season) {
        continue;
      }
      SeasonProfile own =
          SeasonProfile.of(
              units.apply(history), history.series().first().ordinal(), season, 0, end);
      all.add(own);
      String category = history.covariates().category();
      if (!category.isEmpty()) {
        categories.computeIfAbsent(category, c -> new SeasonPool(season)).add(own);
      }
    }
    double[] common = all.index();
    Map<String, double[]> pools = new TreeMap<>(Map.of("", common));
    categories.forEach((name, pool) -> pools.put(name, pool.profile().shrunkTo(common)));
    return pools;
  }

  /** Returns how many of the last cycles of a series serve as the test of the season. */
  private int tested(History history) {
    int cycles = history.size() / season;
    return cycles < LEAST_CYCLES ? 0 : Math.max(1, Math.min(MOST_TESTED, cycles / 3));
  }

  private double strength(List<History> panel) {
    if (panel.stream().noneMatch(history -> tested(history) > 0)) {
      return 0;
    }
    SeasonIndex past = new SeasonIndex(season, 1, pools(panel, true));
    Gain[] gains = new Gain[SeasonIndex.STRENGTHS.length];
    Arrays.setAll(gains, k -> new Gain());
    for (History history : panel) {
      double[] loss = loss(past, history);
      for (int k = 0; k < loss.length; k++) {
        gains[k].add(loss[0] - loss[k]);
      }
    }
    int best = 0;
    for (int k = 1; k < gains.length; k++) {
      if (gains[k].certain() && gains[k].sum > gains[best].sum) {
        best = k;
      }
    }
    return SeasonIndex.STRENGTHS[best];
  }

  /** What a strength saves against no season, summed over series. */
  private static final class Gain {
    private double sum;
    private double squares;

    void add(double gain) {
      sum += gain;
      squares += gain * gain;
    }

    /** Returns whether the gain is above its own standard error, so that chance is unlikely. */
    boolean certain() {
      return sum > Math.sqrt(squares);
    }
  }

  /** Returns the squared error of each strength on the last cycles of a series. */
  private double[] loss(SeasonIndex past, History history) {
    double[] loss = new double[SeasonIndex.STRENGTHS.length];
    int cycles = tested(history);
    double[] y = units.apply(history);
    double scale = squaredChange(y);
    if (cycles == 0 || scale == 0) {
      return loss;
    }
    int end = y.length - cycles * season;
    long first = history.series().first().ordinal();
    double[] index = past.shape(history.covariates().category(), y, first, end);
    for (int start = end; start < y.length; start += season) {
      double mean = SeasonProfile.mean(y, start, start + season);
      for (int i = start; mean > 0 && i < start + season; i++) {
        double shape = index[SeasonProfile.phase(first + i, season)];
        for (int k = 0; k < loss.length && !Double.isNaN(y[i]); k++) {
          double e = y[i] - mean * Math.pow(shape, SeasonIndex.STRENGTHS[k]);
          loss[k] += e * e / scale / cycles;
        }
      }
    }
    return loss;
  }

  private static double squaredChange(double[] y) {
    double sum = 0;
    int n = 0;
    for (int i = 1; i < y.length; i++) {
      double change = y[i] - y[i - 1];
      if (!Double.isNaN(change)) {
        sum += change * change;
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}
