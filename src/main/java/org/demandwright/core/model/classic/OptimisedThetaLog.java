package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The {@link OptimisedTheta} method on the logarithms of seasonally adjusted demand.
 *
 * <p>Formula: f(n + h) = min(10·max y, exp(optimised theta of log y)) · s(n + h), the median of the
 * demand. Errors of logarithms are fitted by least squares: they are relative already. Intermittent
 * demand is refused; see {@link AdjustedDemand}.
 *
 * <p>Reference: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler,
 * Models for optimising the theta method and their relationship to state space models,
 * International Journal of Forecasting 32 (2016) 1151–1161.
 */
public final class OptimisedThetaLog implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);

  @Override
  public String id() {
    return "OptimisedThetaLog";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fitLogs(
        this, spec, history, (y, unit) -> OptimisedTheta.curve(y, unit, ErrorLaw.NORMAL));
  }
}
