package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.TrainingSet;

/**
 * Brings a target to mean 0 and standard deviation 1, weighted. A target that never changes has
 * deviation 0, so that its inverse is the mean whatever a network says.
 *
 * @param mean of the target
 * @param deviation of the target, ≥ 0
 */
record TargetScale(double mean, double deviation) {
  private static final double ROUNDING = 1e-9;

  static TargetScale of(TrainingSet rows) {
    double weight = 0;
    double sum = 0;
    for (int r = 0; r < rows.rows(); r++) {
      weight += rows.weight()[r];
      sum += rows.weight()[r] * rows.target()[r];
    }
    double mean = sum / weight;
    double squares = 0;
    for (int r = 0; r < rows.rows(); r++) {
      double d = rows.target()[r] - mean;
      squares += rows.weight()[r] * d * d;
    }
    double deviation = Math.sqrt(squares / weight);
    return new TargetScale(mean, deviation > ROUNDING * Math.abs(mean) ? deviation : 0);
  }

  double apply(double target) {
    return deviation == 0 ? 0 : (target - mean) / deviation;
  }

  double invert(double scaled) {
    return mean + deviation * scaled;
  }
}
