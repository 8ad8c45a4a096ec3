package org.demandwright.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/** Totals of series whose distribution is known. */
public final class TestDemand {
  /** A Monday. */
  public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private TestDemand() {}

  /** Independent days, each normal, without what lies below 0. */
  public static TotalDemand normalDays(double mean, double deviation, int days) {
    List<TotalStep> steps = new ArrayList<>();
    for (int d = 1; d <= days; d++) {
      steps.add(normal(d * mean, Math.sqrt(d) * deviation));
    }
    return new TotalDemand(Period.of(Bucket.DAY, MONDAY), raised(steps));
  }

  /** Independent days, each Poisson. */
  public static TotalDemand poissonDays(double mean, int days) {
    List<TotalStep> steps = new ArrayList<>();
    for (int d = 1; d <= days; d++) {
      double[] p = poisson(d * mean);
      double[] quantiles = new double[TotalLevels.COUNT];
      for (int i = 0; i < quantiles.length; i++) {
        double sum = p[0];
        int k = 0;
        while (sum < TotalLevels.ALL.get(i)) {
          sum += p[++k];
        }
        quantiles[i] = k;
      }
      double nothing = p[0] < TotalLevels.lowest() ? 0 : p[0];
      steps.add(new TotalStep(d * mean, nothing, DoubleVector.of(quantiles)));
    }
    return new TotalDemand(Period.of(Bucket.DAY, MONDAY), raised(steps));
  }

  public static TotalDemand weeks(TotalStep... steps) {
    return new TotalDemand(Period.of(Bucket.WEEK, MONDAY), raised(List.of(steps)));
  }

  public static TotalStep normal(double mean, double deviation) {
    double[] quantiles = new double[TotalLevels.COUNT];
    double nothing = 0;
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Math.max(0, mean + deviation * TotalLevels.NORMAL.get(i));
      nothing = quantiles[i] == 0 ? TotalLevels.ALL.get(i) : nothing;
    }
    return new TotalStep(mean, nothing, DoubleVector.of(quantiles));
  }

  /** Probabilities of 0, 1, 2 … */
  public static double[] poisson(double mean) {
    double[] p = new double[(int) (mean + 12 * Math.sqrt(mean) + 20)];
    p[0] = Math.exp(-mean);
    for (int k = 1; k < p.length; k++) {
      p[k] = p[k - 1] * mean / k;
    }
    return p;
  }

  private static List<TotalStep> raised(List<TotalStep> steps) {
    List<TotalStep> raised = new ArrayList<>();
    for (TotalStep step : steps) {
      raised.add(raised.isEmpty() ? step : step.notBelow(raised.get(raised.size() - 1)));
    }
    return raised;
  }
}
