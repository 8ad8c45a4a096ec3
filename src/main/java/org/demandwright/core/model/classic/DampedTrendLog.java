package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The {@link DampedTrend} on the logarithms of seasonally adjusted demand: growth that slows down.
 *
 * <p>Formula: f(n + h) = min(10·max y, exp(l + (φ + φ² + … + φ^h)·b)) · s(n + h), the median of the
 * demand. Demand with a period of zero is refused; see {@link AdjustedDemand}.
 *
 * <p>References: E. S. Gardner and E. McKenzie, Forecasting trends in time series, Management
 * Science 31 (1985) 1237–1246. S. Makridakis, S. C. Wheelwright and R. J. Hyndman, Forecasting:
 * methods and applications, 3rd ed. 1998, section 2/5 (mathematical transformations).
 */
public final class DampedTrendLog implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);

  @Override
  public String id() {
    return "DampedTrendLog";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fitLogs(this, spec, history, DampedTrend::curve);
  }
}
