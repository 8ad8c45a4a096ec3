package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.FeatureGroups;
import org.demandwright.core.model.regression.NumberText;
import org.demandwright.core.model.regression.Regression;

/**
 * y = c₀ x₀ + … + cₙ xₙ + intercept.
 *
 * @param terms the coefficients and, last, the intercept
 */
record LinearEquation(double[] terms) implements Regression {

  LinearEquation {
    if (terms.length == 0) {
      throw new IllegalArgumentException("a linear equation needs an intercept");
    }
    terms = terms.clone();
  }

  @Override
  public double predict(double[] features) {
    if (features.length != terms.length - 1) {
      throw new IllegalArgumentException(
          features.length + " features for an equation of " + (terms.length - 1));
    }
    double y = terms[features.length];
    for (int i = 0; i < features.length; i++) {
      y += terms[i] * features[i];
    }
    return y;
  }

  /** Returns Σ c × (x − usual x) of each group: what the Shapley values of a sum come to. */
  @Override
  public double[] parts(FeatureGroups groups, double[] features, double[] usual, long seed) {
    double[] parts = new double[groups.size()];
    for (int i = 0; i < features.length; i++) {
      parts[groups.group()[i]] += terms[i] * (features[i] - usual[i]);
    }
    return parts;
  }

  @Override
  public String state() {
    return NumberText.of(terms);
  }
}
