package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The classical {@link Theta} method on the logarithms of seasonally adjusted demand: its drift is
 * a rate of growth and its errors are relative, so one large period pulls less than one small
 * period is pulled.
 *
 * <p>Formula: f(n + h) = min(10·max y, exp(theta of log y)) · s(n + h), the median of the demand.
 * Demand with a period of zero is refused; see {@link AdjustedDemand}. Worked example: 100, 200,
 * 400 without season: the logarithms rise by b = log 2 a month, α = 0.98 and l = log 400 −
 * 0.0204·b, so f(4) = 400 · 2^(0.5·(1 − 0.02³)/0.98 − 0.0204) = 561.7.
 *
 * <p>References: V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of
 * Forecasting 16 (2000) 521–530. S. Makridakis, S. C. Wheelwright and R. J. Hyndman, Forecasting:
 * methods and applications, 3rd ed. 1998, section 2/5 (mathematical transformations).
 */
public final class ThetaLog implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(3, 0, false);

  @Override
  public String id() {
    return "ThetaLog";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fitLogs(this, spec, history, Theta::curve);
  }
}
