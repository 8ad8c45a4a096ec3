package org.demandwright.core.pipeline;

import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.ResidualPool;
import org.demandwright.core.evaluate.ResidualPool.Quantiles;

/** Counts, by demand class and step, how many actuals lay below p10 and not above p90. */
final class Coverage {
  private final int[][] below10;
  private final int[][] upTo90;
  private final int[][] measured;

  Coverage(int horizon) {
    int classes = DemandPattern.values().length;
    below10 = new int[classes][horizon];
    upTo90 = new int[classes][horizon];
    measured = new int[classes][horizon];
  }

  /** Compares one backtest with bands from older residuals; without any, nothing is measured. */
  void measure(CalibrationSample sample, Backtest b, ResidualPool older) {
    DoubleVector units = ConformalIntervals.units(sample.scale(), b.forecast());
    int c = sample.pattern().ordinal();
    for (int i = 0; i < b.actual().size(); i++) {
      Quantiles q = older.quantiles(sample.pattern(), i + 1);
      if (b.observed().get(i) == 1 && q.residuals() > 0) {
        double a = b.actual().get(i);
        below10[c][i] += a < Math.max(0, b.forecast().get(i) + q.q10() * units.get(i)) ? 1 : 0;
        upTo90[c][i] += a <= Math.max(0, b.forecast().get(i) + q.q90() * units.get(i)) ? 1 : 0;
        measured[c][i]++;
      }
    }
  }

  double below10(DemandPattern pattern, int step) {
    return share(below10, pattern, step);
  }

  double upTo90(DemandPattern pattern, int step) {
    return share(upTo90, pattern, step);
  }

  int measured(DemandPattern pattern, int step) {
    return measured[pattern.ordinal()][step - 1];
  }

  private double share(int[][] count, DemandPattern pattern, int step) {
    int n = measured(pattern, step);
    return n == 0 ? 0 : (double) count[pattern.ordinal()][step - 1] / n;
  }
}
