package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.FeatureForecaster;

/**
 * The pooled multilayer perceptron over all series: the rows of {@link GlobalWekaLinear}, weighted
 * by the ridge regression's errors, learned by two small networks whose forecasts are averaged; see
 * {@link FeatureForecaster} for the method.
 */
public final class GlobalWekaPerceptron extends FeatureForecaster {

  /** Called by {@link java.util.ServiceLoader}. */
  public GlobalWekaPerceptron() {
    super(
        "GlobalWekaPerceptron",
        new RidgeRegressor(GlobalWekaLinear.RIDGE),
        new PerceptronRegressor(PerceptronRegressor.Options.pooled()));
  }
}
