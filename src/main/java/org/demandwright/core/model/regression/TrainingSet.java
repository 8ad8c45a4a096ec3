package org.demandwright.core.model.regression;

import java.util.Random;
import org.demandwright.core.feature.FeatureMatrix;

/**
 * Rows to learn from: features, the number to predict, and how much each row counts.
 *
 * @param features one row per example; shared, nobody may write to it
 * @param target finite, one per row
 * @param weight ≥ 0, one per row; mean 1 by convention
 */
public record TrainingSet(FeatureMatrix features, double[] target, double[] weight) {

  public TrainingSet {
    if (target.length != features.rows() || weight.length != features.rows()) {
      throw new IllegalArgumentException(
          "%d rows but %d targets and %d weights"
              .formatted(features.rows(), target.length, weight.length));
    }
    for (int i = 0; i < target.length; i++) {
      if (!Double.isFinite(target[i]) || !(weight[i] >= 0) || Double.isInfinite(weight[i])) {
        throw new IllegalArgumentException(
            "%s: target %s with weight %s".formatted(features.key(i), target[i], weight[i]));
      }
    }
  }

  public int rows() {
    return target.length;
  }

  /**
   * Draws row numbers with replacement, each in proportion to its weight, for learners whose single
   * steps should not be weighted.
   *
   * @param n number of draws
   */
  public int[] draw(int n, long seed) {
    double[] upTo = new double[rows()];
    double total = 0;
    for (int i = 0; i < upTo.length; i++) {
      total += weight[i];
      upTo[i] = total;
    }
    Random random = new Random(seed);
    int[] drawn = new int[n];
    for (int k = 0; k < n; k++) {
      drawn[k] = firstAbove(upTo, random.nextDouble() * total);
    }
    return drawn;
  }

  private static int firstAbove(double[] upTo, double value) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
