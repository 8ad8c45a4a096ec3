package org.demandwright.core.feature;

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
      SeasonProfile taught = withoutTested ? own.asShown() : own;
      all.add(taught);
      String category = history.covariates().category();
      if (!category.isEmpty()) {
        categories.computeIfAbsent(category, c -> new SeasonPool(season)).add(taught);
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
    StrengthTest test = new StrengthTest();
    for (History history : panel) {
      int cycles = tested(history);
      if (cycles > 0) {
        double[] y = units.apply(history);
        int end = y.length - cycles * season;
        long first = history.series().first().ordinal();
        double[] index = past.shown(history.covariates().category(), y, first, end);
        test.add(y, end, season, i -> index[SeasonProfile.phase(first + i, season)]);
      }
    }
    return test.best();
  }
}
