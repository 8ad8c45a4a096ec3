package org.demandwright.core.feature;

/**
 * Gradient and information of the conditional Poisson likelihood at given coefficients.
 *
 * <p>With p the shares that usual × exp(β·x) gives the periods of a window of total Y: gradient Σ y
 * x − Y Σ p x, information Y × covariance of x under p.
 */
final class EffectLikelihood {
  private final double[] beta;
  private final double[] gradient;
  private final double[][] information;

  EffectLikelihood(double[] beta) {
    this.beta = beta.clone();
    gradient = new double[beta.length];
    information = new double[beta.length][beta.length];
  }

  void add(EffectWindow window) {
    double weight = window.weight();
    double[] share = shares(window);
    double[] mean = new double[beta.length];
    for (int t = 0; t < share.length; t++) {
      double[] x = window.x()[t];
      double surplus = weight * (window.units()[t] - window.total() * share[t]);
      for (int c = 0; c < x.length; c++) {
        if (x[c] != 0) {
          mean[c] += share[t] * x[c];
          gradient[c] += surplus * x[c];
          addRow(c, x, weight * window.total() * share[t] * x[c]);
        }
      }
    }
    for (int c = 0; c < mean.length; c++) {
      if (mean[c] != 0) {
        addRow(c, mean, -weight * window.total() * mean[c]);
      }
    }
  }

  private void addRow(int c, double[] x, double factor) {
    for (int d = 0; d < x.length; d++) {
      information[c][d] += factor * x[d];
    }
  }

  private double[] shares(EffectWindow window) {
    double[] share = new double[window.units().length];
    double total = window.unmarked();
    for (int t = 0; t < share.length; t++) {
      double exponent = 0;
      for (int c = 0; c < beta.length; c++) {
        exponent += beta[c] * window.x()[t][c];
      }
      share[t] = window.usual()[t] * Math.exp(exponent);
      total += share[t];
    }
    for (int t = 0; t < share.length; t++) {
      share[t] /= total;
    }
    return share;
  }

  double[] gradient() {
    return gradient.clone();
  }

  /** Returns a copy of the information matrix, symmetric to the bit. */
  double[][] information() {
    double[][] copy = new double[information.length][];
    for (int c = 0; c < copy.length; c++) {
      copy[c] = information[c].clone();
      // Two sums that cancel to nearly 0 differ by more than their rounding: make them one.
      for (int d = 0; d < c; d++) {
        copy[c][d] = copy[d][c];
      }
    }
    return copy;
  }
}
