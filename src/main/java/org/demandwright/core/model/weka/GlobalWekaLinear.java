package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.FeatureForecaster;

/** The pooled ridge regression over all series; see {@link FeatureForecaster} for the method. */
public final class GlobalWekaLinear extends FeatureForecaster {
  static final double RIDGE = 0.01;

  /** Called by {@link java.util.ServiceLoader}. */
  public GlobalWekaLinear() {
    super("GlobalWekaLinear", new RidgeRegressor(RIDGE), new RidgeRegressor(RIDGE));
  }
}
