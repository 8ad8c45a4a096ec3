package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;

/**
 * A finished forecast of one series.
 *
 * @param steps its periods with their bands
 * @param totals how its totals are distributed; the three quantiles of a total that a step has are
 *     among its. Empty where the calibration does not tell, see {@link Calibration.Row}
 */
public record BandedForecast(List<BandedStep> steps, Optional<TotalDemand> totals) {
  public BandedForecast {
    steps = List.copyOf(steps);
    Objects.requireNonNull(totals, "totals");
  }

  /**
   * Returns the forecast with another mean, such as one of which a part goes over to another item:
   * at each step all quantiles are multiplied alike, and those of totals by what the total is then.
   * Where the mean was 0, what is added counts as certain.
   */
  public BandedForecast scaledTo(DoubleVector mean) {
    double[] sums = mean.toArray();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    Optional<TotalDemand> scaled = totals.map(t -> resolved(t.scaledTo(DoubleVector.of(sums))));
    List<BandedStep> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      BandedStep s = steps.get(i);
      double m = mean.get(i);
      double total = sums[i];
      int step = i;
      DoubleVector three =
          scaled
              .map(t -> t.steps().get(step).quantiles())
              .map(
                  q ->
                      DoubleVector.of(
                          q.get(TotalLevels.P10), q.get(TotalLevels.P50), q.get(TotalLevels.P90)))
              .orElseGet(
                  () ->
                      DoubleVector.of(
                          scaled(s.totalP10(), s.totalMean(), total),
                          scaled(s.totalP50(), s.totalMean(), total),
                          scaled(s.totalP90(), s.totalMean(), total)));
      all.add(
          new BandedStep(
              s.step(),
              m,
              scaled(s.p10(), s.mean(), m),
              scaled(s.p50(), s.mean(), m),
              scaled(s.p90(), s.mean(), m),
              total,
              three.get(0),
              three.get(1),
              three.get(2)));
    }
    return new BandedForecast(all, scaled);
  }

  private static TotalDemand resolved(TotalDemand totals) {
    List<TotalStep> steps = totals.steps();
    return new TotalDemand(totals.origin(), TotalResolution.of(steps).round(steps));
  }

  private static double scaled(double quantile, double mean, double other) {
    if (other == 0) {
      return 0;
    }
    return mean == 0 ? quantile + other : quantile * (other / mean);
  }
}
