package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The aggregate–disaggregate approach for intermittent demand (ADIDA): in buckets as long as the
 * mean interval between demands most zeros are gone, and simple exponential smoothing can see the
 * level.
 *
 * <p>Formula: k = observed periods ÷ periods with demand, rounded; the observed periods are summed
 * in buckets of k, the newest bucket ending at the origin and an incomplete oldest one left out;
 * the flat forecast is the smoothed level of the buckets ÷ k. Demand in every period gives k = 1.
 * It has no fitted values: a bucket forecasts no single period.
 *
 * <p>Worked example: 0, 2, 0, 4, 0, 2, 0, 4 has k = 2 and buckets 2, 4, 2, 4; the least squares of
 * smoothing are at α = 0.3, with the level 2.894 and the forecast 1.447.
 *
 * <p>Reference: K. Nikolopoulos, A. A. Syntetos, J. E. Boylan, F. Petropoulos and V.
 * Assimakopoulos, An aggregate–disaggregate intermittent demand approach (ADIDA) to forecasting,
 * Journal of the Operational Research Society 62 (2011) 544–554.
 */
public final class ADIDA implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(2, 0, true);

  @Override
  public String id() {
    return "ADIDA";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return Observations.withDemand(this, spec, history).flatMap(this::fit);
  }

  private Outcome<FittedModel> fit(Observations y) {
    int length = (int) Math.round((double) y.count() / y.demands());
    double forecast = smoothed(buckets(y.compact(), length)) / length;
    return ForecastFunction.of(id(), h -> forecast, new double[0]);
  }

  private static double smoothed(double[] sums) {
    double alpha = LevelSmoothing.bestAlpha(sums);
    double level = sums[0];
    for (int i = 1; i < sums.length; i++) {
      level += alpha * (sums[i] - level);
    }
    return level;
  }

  private static double[] buckets(double[] values, int length) {
    double[] sums = new double[values.length / length];
    int first = values.length - sums.length * length;
    for (int i = first; i < values.length; i++) {
      sums[(i - first) / length] += values[i];
    }
    return sums;
  }
}
