package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.RecursiveForecaster;

/** Ridge regression of one series on its own past; see {@link RecursiveForecaster}. */
public final class WekaLinear extends RecursiveForecaster {

  /** Called by {@link java.util.ServiceLoader}. */
  public WekaLinear() {
    super("WekaLinear", new RidgeRegressor(0.01));
  }
}
