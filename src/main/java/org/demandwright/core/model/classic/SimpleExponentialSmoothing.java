package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Simple exponential smoothing of the level, on demand whose season is divided out.
 *
 * <p>Formula: l ← l + α·(y − l), begun with the first observed period; f(n + h) = l · s(n + h) with
 * the multiplicative {@link SeasonalIndices} s, 1 for short, intermittent or unseasonal histories.
 *
 * <p>Parameter: {@code alpha}; without it the α of 0.10, 0.12 … 0.98 whose one-step errors have the
 * least squares. Worked example: 10, 20, 20 with α = 0.5: l = 10, 15, 17.5.
 *
 * <p>Reference: E. S. Gardner, Exponential smoothing: the state of the art, Journal of Forecasting
 * 4 (1985) 1–28.
 */
public final class SimpleExponentialSmoothing implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(1, 0, true);

  @Override
  public String id() {
    return "SimpleExponentialSmoothing";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fit(this, spec, history, smoothing(spec));
  }

  private static Curve.Method smoothing(ModelSpec spec) {
    if (!spec.parameters().containsKey("alpha")) {
      return (y, unit) -> LevelSmoothing.best(y).curve();
    }
    double alpha = spec.number("alpha", 0);
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(spec + ": alpha must be from 0 to 1");
    }
    return (y, unit) -> LevelSmoothing.with(alpha, y).curve();
  }
}
