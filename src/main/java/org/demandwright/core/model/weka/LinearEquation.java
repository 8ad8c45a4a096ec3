package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.Regression;

/** y = c₀ x₀ + … + cₙ xₙ + intercept. The state is the coefficients and, last, the intercept. */
record LinearEquation(double[] state) implements Regression {

  LinearEquation {
    if (state.length == 0) {
      throw new IllegalArgumentException("a linear equation needs an intercept");
    }
    state = state.clone();
  }

  @Override
  public double predict(double[] features) {
    if (features.length != state.length - 1) {
      throw new IllegalArgumentException(
          features.length + " features for an equation of " + (state.length - 1));
    }
    double y = state[features.length];
    for (int i = 0; i < features.length; i++) {
      y += state[i] * features[i];
    }
    return y;
  }

  @Override
  public double[] state() {
    return state.clone();
  }
}
