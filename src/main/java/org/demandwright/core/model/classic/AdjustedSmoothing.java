package org.demandwright.core.model.classic;

import java.util.Comparator;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of level and trend in the form that Akaike's corrected criterion prefers,
 * on demand whose season is divided out.
 *
 * <p>The six forms without season of {@link SmoothingForm} compete; those with relative errors only
 * where every period has demand. Against the seasonal forms of {@link ExponentialSmoothing} it does
 * not follow a season that changes, and pays for that with far fewer values to estimate.
 *
 * <p>Reference: R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, A state space framework
 * for automatic forecasting using exponential smoothing methods, International Journal of
 * Forecasting 18 (2002) 439–454.
 */
public final class AdjustedSmoothing implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);

  @Override
  public String id() {
    return "AdjustedSmoothing";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fit(this, spec, history, AdjustedSmoothing::curve);
  }

  private static Curve curve(Observations values, double unit) {
    return SmoothingForm.FAMILY.stream()
        .filter(form -> !form.seasonal() && (values.positive() || !form.needsPositive()))
        .map(form -> SmoothingFit.of(form, values, unit))
        .min(Comparator.comparingDouble(SmoothingFit::aicc))
        .orElseThrow()
        .curve();
  }
}
