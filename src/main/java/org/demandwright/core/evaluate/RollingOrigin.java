package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;

/**
 * A past moment at which a series is forecast as if the later periods were not known: the models
 * see the periods before it, the {@code horizon} periods from it on are the test.
 *
 * @param index 1 = the newest; the older ones follow
 * @param trainingSize periods of the series before the origin
 * @param horizon periods of the test
 */
public record RollingOrigin(int index, int trainingSize, int horizon) {

  /** An origin needs this many observed periods, counted from the first demand on, before it. */
  public static final int MIN_OBSERVED = 6;

  /** An origin needs this many periods with demand before it. */
  public static final int MIN_DEMANDS = 2;

  /** A short history needs this many observed periods, from the first demand on, for a test. */
  public static final int LEAST_TRAINING = 3;

  public RollingOrigin {
    if (index < 1 || trainingSize < 1 || horizon < 1) {
      throw new IllegalArgumentException(
          "origin %d with %d training periods and horizon %d: all must be at least 1"
              .formatted(index, trainingSize, horizon));
    }
  }

  /**
   * Returns the origins that this series can be tested at, newest first: those with enough history
   * before them ({@link #MIN_OBSERVED}, {@link #MIN_DEMANDS}) and at least one observed period in
   * the test.
   *
   * @param periodsBack for each origin, newest first, how many periods before the end of the series
   *     it lies; each at least {@code horizon}
   */
  public static List<RollingOrigin> of(DemandSeries series, int[] periodsBack, int horizon) {
    List<RollingOrigin> origins = new ArrayList<>();
    for (int k = 0; k < periodsBack.length; k++) {
      int size = series.size() - periodsBack[k];
      if (size >= 1 && enough(series, size) && testable(series, size, horizon)) {
        origins.add(new RollingOrigin(k + 1, size, horizon));
      }
    }
    return List.copyOf(origins);
  }

  /**
   * Returns the origins of a series that is too short for whole tests, newest first: the first
   * third of its history trains, at least {@link #LEAST_TRAINING} periods, the rest is divided
   * evenly. A test ends with the history, so the newest ones are tests of the first steps alone.
   *
   * @param most number of origins, at most
   * @param horizon steps of a test, at most
   * @return empty where fewer than {@link #MIN_DEMANDS} periods have demand, or no period is left
   *     to test
   */
  public static List<RollingOrigin> within(DemandSeries series, int most, int horizon) {
    int known = knownPeriods(series);
    int first = Math.max(LEAST_TRAINING, (known + 2) / 3);
    int left = enough(series, series.size(), 0) ? known - first : 0;
    int tests = Math.min(most, left);
    List<RollingOrigin> origins = new ArrayList<>();
    for (int k = tests - 1; k >= 0; k--) {
      int size = sizeWith(series, first + k * left / tests);
      int steps = Math.min(horizon, series.size() - size);
      if (testable(series, size, steps)) {
        origins.add(new RollingOrigin(origins.size() + 1, size, steps));
      }
    }
    return List.copyOf(origins);
  }

  /** Returns the number of observed periods from the first demand on. */
  public static int knownPeriods(DemandSeries series) {
    int known = 0;
    boolean begun = false;
    for (int t = 0; t < series.size(); t++) {
      begun |= series.observed(t) && series.units().get(t) > 0;
      known += begun && series.observed(t) ? 1 : 0;
    }
    return known;
  }

  /** Returns how many periods it takes until that many are observed from the first demand on. */
  private static int sizeWith(DemandSeries series, int known) {
    int size = 0;
    int seen = 0;
    boolean begun = false;
    while (seen < known) {
      begun |= series.observed(size) && series.units().get(size) > 0;
      seen += begun && series.observed(size) ? 1 : 0;
      size++;
    }
    return size;
  }

  /** Returns the series as it was known at this origin. */
  public DemandSeries training(DemandSeries series) {
    return series.head(trainingSize);
  }

  /** Returns a model's forecast at this origin beside what the series then did. */
  public Backtest test(String modelId, DemandSeries series, DoubleVector forecast) {
    int end = trainingSize + horizon;
    return new Backtest(
        modelId,
        series.period(trainingSize),
        forecast,
        series.units().slice(trainingSize, end),
        series.availability().slice(trainingSize, end).map(a -> a == 1 ? 1 : 0));
  }

  /** Returns whether the first {@code size} periods are enough history for a test. */
  public static boolean enough(DemandSeries series, int size) {
    return enough(series, size, MIN_OBSERVED);
  }

  private static boolean enough(DemandSeries series, int size, int leastObserved) {
    int observed = 0;
    int demands = 0;
    for (int t = 0; t < size; t++) {
      if (series.observed(t)) {
        demands += series.units().get(t) > 0 ? 1 : 0;
        observed += demands > 0 ? 1 : 0;
      }
    }
    return observed >= leastObserved && demands >= MIN_DEMANDS;
  }

  private static boolean testable(DemandSeries series, int from, int horizon) {
    for (int t = from; t < from + horizon; t++) {
      if (series.observed(t)) {
        return true;
      }
    }
    return false;
  }
}
