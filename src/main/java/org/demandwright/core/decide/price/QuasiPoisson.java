package org.demandwright.core.decide.price;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;

/**
 * A log-linear regression whose variance is proportional to its mean, by iteratively reweighted
 * least squares: ln E[y] = x · b + offset, Var[y] = φ · E[y], φ by Pearson's statistic (McCullagh
 * &amp; Nelder 1989, ch. 9). Columns are scaled to one length, and a ridge of 1e-10 keeps those
 * apart that say the same. It ends where the fitted means, all together, move by less than 1e-8 of
 * them.
 */
final class QuasiPoisson {
  private static final int STEPS = 60;
  private static final double ENOUGH = 1e-8;
  private static final double RIDGE = 1e-10;
  private static final double FAR = 30;
  private static final double SYMMETRY = 1e-12;
  private static final double POSITIVE = 1e-14;

  private final double[][] x;
  private final double[] y;
  private final double[] offset;
  private double[] b;
  private double[] mean;
  private final double[] scale;
  private DecompositionSolver solver;
  private boolean converged;

  private QuasiPoisson(double[][] x, double[] y, double[] offset) {
    this.x = x;
    this.y = y;
    this.offset = offset;
    b = new double[x[0].length];
    mean = new double[y.length];
    scale = new double[x[0].length];
  }

  /**
   * Fits.
   *
   * @param x one row an observation
   * @param y at least 0
   * @param offset of the logarithm of the mean
   */
  static QuasiPoisson of(double[][] x, double[] y, double[] offset) {
    QuasiPoisson fit = new QuasiPoisson(x, y, offset);
    try {
      fit.iterate();
    } catch (MathIllegalArgumentException notPositive) {
      fit.converged = false;
    }
    return fit;
  }

  private void iterate() {
    double all = Arrays.stream(y).average().orElse(0);
    for (int i = 0; i < y.length; i++) {
      mean[i] = Math.max(1e-6, (y[i] + all) / 2);
    }
    for (int step = 0; step < STEPS && !converged; step++) {
      b = weighted();
      double moved = 0;
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double next = Math.exp(Math.max(-FAR, Math.min(FAR, dot(x[i], b) + offset[i])));
        moved += Math.abs(next - mean[i]);
        sum += next;
        mean[i] = next;
      }
      converged = moved < ENOUGH * sum;
    }
    if (converged) {
      weighted();
    }
  }

  /** One step of least squares with weights by the mean. */
  private double[] weighted() {
    int k = b.length;
    double[][] a = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < y.length; i++) {
      double z = Math.log(mean[i]) - offset[i] + (y[i] - mean[i]) / mean[i];
      for (int j = 0; j < k; j++) {
        double w = mean[i] * x[i][j];
        if (w != 0) {
          right[j] += w * z;
          for (int l = 0; l <= j; l++) {
            a[j][l] += w * x[i][l];
          }
        }
      }
    }
    for (int j = 0; j < k; j++) {
      scale[j] = a[j][j] > 0 ? Math.sqrt(a[j][j]) : 1;
    }
    for (int j = 0; j < k; j++) {
      for (int l = 0; l < j; l++) {
        a[j][l] /= scale[j] * scale[l];
        a[l][j] = a[j][l];
      }
      a[j][j] = 1 + RIDGE;
    }
    solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(a, false), SYMMETRY, POSITIVE)
            .getSolver();
    return solved(right);
  }

  private double[] solved(double[] right) {
    double[] scaled = right.clone();
    Arrays.setAll(scaled, j -> scaled[j] / scale[j]);
    double[] solved = solver.solve(new ArrayRealVector(scaled, false)).toArray();
    Arrays.setAll(solved, j -> solved[j] / scale[j]);
    return solved;
  }

  boolean converged() {
    return converged;
  }

  double coefficient(int j) {
    return b[j];
  }

  /** Returns φ, the variance of an observation ÷ its mean. */
  double dispersion() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - mean[i]) * (y[i] - mean[i]) / mean[i];
    }
    return sum / Math.max(1, y.length - b.length);
  }

  /** Returns the variance of a coefficient if observations are independent. */
  double variance(int j) {
    return converged ? dispersion() * inverse(j)[j] : Double.NaN;
  }

  /**
   * Returns the variance of a coefficient if observations of a cluster hang together; 0 where there
   * are fewer clusters than that.
   */
  double clustered(int j, int[] cluster, int least) {
    if (!converged) {
      return Double.NaN;
    }
    double[] of = inverse(j);
    Map<Integer, Double> scores = new HashMap<>();
    for (int i = 0; i < y.length; i++) {
      scores.merge(cluster[i], dot(x[i], of) * (y[i] - mean[i]), Double::sum);
    }
    int clusters = scores.size();
    if (clusters < least) {
      return 0;
    }
    double[] squares = scores.values().stream().mapToDouble(s -> s * s).sorted().toArray();
    double few = (double) clusters / (clusters - 1);
    double spent = (y.length - 1.0) / Math.max(1, y.length - b.length);
    return few * spent * Arrays.stream(squares).sum();
  }

  private double[] inverse(int j) {
    double[] unit = new double[b.length];
    unit[j] = 1;
    return solved(unit);
  }

  private static double dot(double[] row, double[] by) {
    double sum = 0;
    for (int j = 0; j < by.length; j++) {
      sum += row[j] * by[j];
    }
    return sum;
  }
}
