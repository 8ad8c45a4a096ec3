package org.demandwright.core.model.classic;

import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of level and trend on demand whose season is divided out: the mean of the
 * six forms without season, weighted by Akaike's corrected criterion.
 *
 * <p>The forms are those of {@link SmoothingForm}, their weights those of {@link SmoothingChoice},
 * whose parameter {@code choice} it takes; those with relative errors only where every period has
 * demand. Against the seasonal forms of {@link ExponentialSmoothing} it does not follow a season
 * that changes, and pays for that with far fewer values to estimate.
 *
 * <p>References: R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, A state space framework
 * for automatic forecasting using exponential smoothing methods, International Journal of
 * Forecasting 18 (2002) 439–454. S. Kolassa, Combining exponential smoothing forecasts using Akaike
 * weights, International Journal of Forecasting 27 (2011) 238–251.
 */
public final class AdjustedSmoothing implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final List<SmoothingForm> FORMS =
      SmoothingForm.FAMILY.stream().filter(form -> !form.seasonal()).toList();

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
    SmoothingChoice choice = SmoothingChoice.among(FORMS, spec);
    return AdjustedDemand.fit(
        this, spec, history, (y, unit) -> choice.curve(fits(y, unit, choice)));
  }

  private static List<SmoothingFit> fits(Observations values, double unit, SmoothingChoice choice) {
    boolean positive = values.positive();
    return choice.forms().stream()
        .filter(form -> positive || !form.needsPositive())
        .map(form -> SmoothingFit.of(form, values, unit))
        .toList();
  }
}
