package org.demandwright.core.model.weka;

import org.demandwright.core.feature.FeatureMatrix;

/**
 * Brings features to mean 0 and standard deviation 1, clipped to ±4.
 *
 * @param mean per feature
 * @param deviation per feature, above 0; 1 for a feature that never changes
 */
record Standardiser(double[] mean, double[] deviation) {
  private static final double CLIP = 4;

  /** Returns the standardiser of these rows, each counted once. */
  static Standardiser of(FeatureMatrix features) {
    int rows = features.rows();
    double[] mean = new double[features.columns()];
    double[] deviation = new double[features.columns()];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += features.row(r)[c] / rows;
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < mean.length; c++) {
        double d = features.row(r)[c] - mean[c];
        deviation[c] += d * d / rows;
      }
    }
    for (int c = 0; c < mean.length; c++) {
      deviation[c] = deviation[c] > 0 ? Math.sqrt(deviation[c]) : 1;
    }
    return new Standardiser(mean, deviation);
  }

  double[] apply(double[] features) {
    double[] z = new double[features.length];
    for (int c = 0; c < z.length; c++) {
      z[c] = Math.max(-CLIP, Math.min(CLIP, (features[c] - mean[c]) / deviation[c]));
    }
    return z;
  }
}
