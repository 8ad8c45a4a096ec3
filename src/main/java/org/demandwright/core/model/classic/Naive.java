package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The last observed demand, for ever: the best forecast of a random walk.
 *
 * <p>Formula: f(n + h) = y(n). Worked example: 3, 5, 4 gives 4, 4, … and the fitted values 3, 5.
 *
 * <p>Reference: R. J. Hyndman and G. Athanasopoulos, Forecasting: principles and practice, 3rd ed.
 * 2021, section 5.2.
 */
public final class Naive implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(1, 0, true);

  @Override
  public String id() {
    return "Naive";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return Observations.of(this, spec, history).flatMap(this::fit);
  }

  private Outcome<FittedModel> fit(Observations y) {
    double[] values = y.compact();
    double last = values[values.length - 1];
    return ForecastFunction.of(id(), h -> last, lastKnown(y));
  }

  private static double[] lastKnown(Observations y) {
    int first = 0;
    while (!y.known(first)) {
      first++;
    }
    double[] fitted = new double[y.size() - first - 1];
    double last = y.unit(first);
    for (int i = first + 1; i < y.size(); i++) {
      fitted[i - first - 1] = last;
      last = y.known(i) ? y.unit(i) : last;
    }
    return fitted;
  }
}
