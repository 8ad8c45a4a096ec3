package org.demandwright.core.model.classic;

import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of the logarithms of demand whose season is divided out: the mean of the
 * forms ANN, AAN and AAdN, weighted by Akaike's corrected criterion as in {@link SmoothingChoice},
 * whose parameter {@code choice} it takes.
 *
 * <p>Formula: f(n + h) = min(10·max y, exp(mean of the forms of log y)) · s(n + h), the median of
 * the demand. Demand with a period of zero is refused; see {@link AdjustedDemand}.
 *
 * <p>References: as for {@link AdjustedSmoothing}; S. Makridakis, S. C. Wheelwright and R. J.
 * Hyndman, Forecasting: methods and applications, 3rd ed. 1998, section 2/5 (mathematical
 * transformations).
 */
public final class AdjustedSmoothingLog implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final List<SmoothingForm> FORMS =
      SmoothingForm.FAMILY.stream().filter(form -> !form.seasonal() && !form.relative()).toList();

  @Override
  public String id() {
    return "AdjustedSmoothingLog";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    SmoothingChoice choice = SmoothingChoice.among(FORMS, spec);
    return AdjustedDemand.fitLogs(
        this, spec, history, (y, unit) -> choice.curve(fits(y, unit, choice)));
  }

  private static List<SmoothingFit> fits(Observations values, double unit, SmoothingChoice choice) {
    return choice.forms().stream().map(form -> SmoothingFit.of(form, values, unit)).toList();
  }
}
