package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of a level and a damped trend, on demand whose season is divided out.
 *
 * <p>Formula: f(n + h) = (l + (φ + φ² + … + φ^h)·b) · s(n + h), with l and b of the form {@code
 * AAdN} of {@link ExponentialSmoothing}, its parameters those of the least squared one-step errors
 * within its caps (β at most a quarter of α, φ 0.85–0.98), and the multiplicative {@link
 * SeasonalIndices} s, 1 for short or unseasonal histories.
 *
 * <p>Reference: E. S. Gardner and E. McKenzie, Forecasting trends in time series, Management
 * Science 31 (1985) 1237–1246.
 */
public final class DampedTrend implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final SmoothingForm FORM = SmoothingForm.of("AAdN");

  @Override
  public String id() {
    return "DampedTrend";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fit(this, spec, history, DampedTrend::curve);
  }

  /** Continues values without season. */
  static Curve curve(Observations values, double unit) {
    return SmoothingFit.of(FORM, values, unit).curve();
  }
}
