package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.ResidualPool;
import org.demandwright.core.evaluate.ResidualPool.Quantiles;

/**
 * Tests the bands of one demand class on the newest backtest origin, made of older residuals alone,
 * and widens an end that has failed.
 *
 * <p>An end has failed if more actuals lie beyond it than chance explains: 95 % of 200 bootstrap
 * samples of series have more than a tenth. Then the level is sought at which a tenth would have
 * lain beyond it, and the end is moved half of the way there, for one origin is one season and one
 * mood of the market. An end that was too wide is left, which errs on the safe side.
 *
 * <p>Reference: Efron &amp; Tibshirani (1993), <i>An introduction to the bootstrap</i>, for samples
 * of whole series: the steps of one series fail together.
 */
final class BandTest {
  private static final double BEYOND = 0.1;
  private static final double LEAST_LEVEL = 0.01;
  private static final double STEP = 0.005;
  private static final int SAMPLES = 200;
  private static final double CERTAIN = 0.05;
  private static final long SEED = 1;
  private static final int LEAST_SERIES = 20;

  private final ResidualPool older;
  private final List<Tested> tested = new ArrayList<>();

  private record Tested(DemandPattern pattern, Backtest backtest, DoubleVector units) {}

  /** A band's end, seen as one beyond which actuals may lie. */
  private interface Beyond {
    boolean is(double actual, double forecast, double unit, Quantiles quantiles);
  }

  BandTest(ResidualPool older) {
    this.older = older;
  }

  /** Adds the test of one series at the newest origin; in key order. */
  void add(CalibrationSample sample, Backtest newest) {
    DoubleVector units = ConformalIntervals.units(sample.scale(), newest.forecast());
    tested.add(new Tested(sample.pattern(), newest, units));
  }

  /** Returns the levels of the band of a class. */
  BandLevels levels(DemandPattern pattern) {
    List<Tested> own = tested.stream().filter(t -> t.pattern() == pattern).toList();
    if (own.size() < LEAST_SERIES) {
      return BandLevels.NOMINAL;
    }
    double low = level(own, (a, f, u, q) -> a < Math.max(0, f + q.q10() * u));
    double high = level(own, (a, f, u, q) -> a > Math.max(0, f + q.q90() * u));
    return new BandLevels(low, 1 - high);
  }

  /** Returns the share of residuals beyond an end that is to be used. */
  private double level(List<Tested> own, Beyond beyond) {
    if (!failed(own, beyond)) {
      return BEYOND;
    }
    double level = BEYOND;
    while (level - STEP >= LEAST_LEVEL && share(own, beyond, level) > BEYOND) {
      level -= STEP;
    }
    return (BEYOND + level) / 2;
  }

  private double share(List<Tested> own, Beyond beyond, double level) {
    int[] counts = counts(own, beyond, new BandLevels(level, 1 - level));
    int[] cells = own.stream().mapToInt(BandTest::observed).toArray();
    return (double) sum(counts) / Math.max(1, sum(cells));
  }

  private boolean failed(List<Tested> own, Beyond beyond) {
    int[] counts = counts(own, beyond, BandLevels.NOMINAL);
    int[] cells = own.stream().mapToInt(BandTest::observed).toArray();
    SplittableRandom random = new SplittableRandom(SEED);
    int within = 0;
    for (int k = 0; k < SAMPLES; k++) {
      long lie = 0;
      long all = 0;
      for (int i = 0; i < counts.length; i++) {
        int drawn = random.nextInt(counts.length);
        lie += counts[drawn];
        all += cells[drawn];
      }
      within += lie <= BEYOND * all ? 1 : 0;
    }
    return within < CERTAIN * SAMPLES;
  }

  private int[] counts(List<Tested> own, Beyond beyond, BandLevels levels) {
    ToIntFunction<Tested> count =
        t -> {
          int lie = 0;
          Backtest b = t.backtest();
          for (int i = 0; i < b.actual().size(); i++) {
            Quantiles q = older.quantiles(t.pattern(), i + 1, levels);
            boolean counts = b.observed().get(i) == 1 && q.residuals() > 0;
            double a = b.actual().get(i);
            lie += counts && beyond.is(a, b.forecast().get(i), t.units().get(i), q) ? 1 : 0;
          }
          return lie;
        };
    return own.stream().mapToInt(count).toArray();
  }

  private static int observed(Tested t) {
    return (int) t.backtest().observed().stream().filter(o -> o == 1).count();
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int v : values) {
      sum += v;
    }
    return sum;
  }
}
