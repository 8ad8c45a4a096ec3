package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.demandwright.core.demand.Bucket;

/**
 * Learns the {@link MonthDayIndex} of a panel of days.
 *
 * <p>Each series counts by the inverse of its variance-to-mean ratio. The strength (0, ½ or 1) is
 * the one with which the first two thirds of the stretches of 28 days would have predicted the
 * shape of the last third, at most {@value #MOST_TESTED} of them, with the least squared error;
 * with fewer than {@value #LEAST_STRETCHES} stretches nothing can be tested, so it is 0.
 */
public final class MonthDayTrainer {
  private static final int LEAST_STRETCHES = 12;
  private static final int MOST_TESTED = 13;
  private static final double PRIOR_UNITS = 20;

  private final Function<History, double[]> units;

  /**
   * Makes a trainer.
   *
   * @param units gives the observed demand of a history, other effects divided out
   */
  public MonthDayTrainer(Function<History, double[]> units) {
    this.units = units;
  }

  /** Learns from a panel, in its order; of weeks and longer periods there is nothing to learn. */
  public MonthDayIndex train(List<History> panel) {
    if (panel.isEmpty() || panel.get(0).bucket() != Bucket.DAY) {
      return MonthDayIndex.none();
    }
    double strength = strength(panel);
    return strength == 0 ? MonthDayIndex.none() : new MonthDayIndex(strength, pool(panel, false));
  }

  private double[] pool(List<History> panel, boolean withoutTested) {
    MonthDaySums all = new MonthDaySums();
    for (History history : panel) {
      double[] y = units.apply(history);
      int end = y.length - (withoutTested ? tested(history) * MonthDayIndex.STRETCH : 0);
      all.add(MonthDaySums.of(history, y, end), 1 / KnownEffects.noise(y));
    }
    double[] pool = new double[MonthDayIndex.DAYS];
    Arrays.setAll(pool, d -> (all.sold()[d] + PRIOR_UNITS) / (all.expected()[d] + PRIOR_UNITS));
    return pool;
  }

  /** Returns how many of the last stretches of a series serve as the test. */
  private static int tested(History history) {
    int stretches = history.size() / MonthDayIndex.STRETCH;
    return stretches < LEAST_STRETCHES ? 0 : Math.min(MOST_TESTED, stretches / 3);
  }

  private double strength(List<History> panel) {
    MonthDayIndex past = new MonthDayIndex(1, pool(panel, true));
    StrengthTest test = new StrengthTest();
    for (History history : panel) {
      int stretches = tested(history);
      double[] y = units.apply(history);
      if (stretches > 0) {
        int end = y.length - stretches * MonthDayIndex.STRETCH;
        double[] shape = past.shape(history, y, end);
        test.add(
            y,
            end,
            MonthDayIndex.STRETCH,
            i -> shape[MonthDayIndex.day(history.series().first().start(), i)]);
      }
    }
    return test.best();
  }
}
