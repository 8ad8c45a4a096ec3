package org.demandwright.core.model.regression;

import org.demandwright.core.explain.ShapleyValues;

/** What a {@link Regressor} has learned, immutable and safe for several threads. */
public interface Regression {

  /** Predicts the target of a row with the same features as the training rows. */
  double predict(double[] features);

  /**
   * Divides {@code predict(features) − predict(usual)} among groups of features: the Shapley values
   * of the game in which the absent groups have their usual values.
   *
   * @param usual features of a usual row
   * @param seed of the orders that are drawn where there are many groups
   * @return one amount per group; they sum to the difference, but for rounding
   */
  default double[] parts(FeatureGroups groups, double[] features, double[] usual, long seed) {
    return ShapleyValues.of(
        groups.size(), present -> predict(mixed(groups, present, features, usual)), seed);
  }

  private static double[] mixed(
      FeatureGroups groups, boolean[] present, double[] features, double[] usual) {
    double[] row = usual.clone();
    for (int i = 0; i < row.length; i++) {
      if (present[groups.group()[i]]) {
        row[i] = features[i];
      }
    }
    return row;
  }

  /** Returns all that was learned as one line of text, which {@link Regressor#restore} reads. */
  String state();
}
