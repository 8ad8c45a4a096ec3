package org.demandwright.core.model.weka;

import java.util.Arrays;

/**
 * A network of one hidden layer of sigmoid units and a linear output.
 *
 * <p>y = b + Σₖ vₖ σ(aₖ + Σᵢ wₖᵢ xᵢ) with σ(s) = 1 ÷ (1 + e⁻ˢ), which is 0 below −45 and 1 above 45
 * as it is in Weka.
 *
 * @param hidden per hidden unit its threshold a, then its weights w
 * @param output threshold b, then the weights v
 */
record Perceptron(double[][] hidden, double[] output) {
  private static final double SATURATION = 45;

  double predict(double[] x) {
    double y = output[0];
    for (int k = 0; k < hidden.length; k++) {
      double sum = hidden[k][0];
      for (int i = 0; i < x.length; i++) {
        sum += hidden[k][i + 1] * x[i];
      }
      y += output[k + 1] * sigmoid(sum);
    }
    return y;
  }

  private static double sigmoid(double s) {
    if (s < -SATURATION) {
      return 0;
    }
    return s > SATURATION ? 1 : 1 / (1 + Math.exp(-s));
  }

  boolean finite() {
    return Arrays.stream(output).allMatch(Double::isFinite)
        && Arrays.stream(hidden).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
