package org.demandwright.core.model.classic;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex search within a fixed budget of evaluations: deterministic, and satisfied
 * with a good point where an optimiser that insists on convergence would fail.
 *
 * <p>Reference: J. A. Nelder and R. Mead, A simplex method for function minimization, The Computer
 * Journal 7 (1965) 308–313.
 */
final class NelderMead {
  private static final double TOLERANCE = 1e-7;

  private final ToDoubleFunction<double[]> function;
  private final int budget;
  private final double[][] points;
  private final double[] values;
  private int evaluations;

  private NelderMead(ToDoubleFunction<double[]> function, double[] start, double step, int budget) {
    int d = start.length;
    this.function = function;
    this.budget = budget;
    this.points = new double[d + 1][];
    this.values = new double[d + 1];
    for (int i = 0; i <= d; i++) {
      points[i] = start.clone();
      if (i > 0) {
        points[i][i - 1] += step;
      }
      values[i] = evaluate(points[i]);
    }
  }

  /**
   * Returns the best point found; the start itself if nothing was better.
   *
   * @param step edge of the first simplex
   * @param budget number of evaluations after which the search stops, give or take one step
   */
  static double[] minimise(
      ToDoubleFunction<double[]> function, double[] start, double step, int budget) {
    NelderMead search = new NelderMead(function, start, step, budget);
    search.run();
    return search.points[0];
  }

  private void run() {
    int worst = points.length - 1;
    sort();
    while (evaluations < budget && values[worst] - values[0] > TOLERANCE * Math.abs(values[0])) {
      double[] centre = centre();
      double[] reflected = along(centre, 1);
      double value = evaluate(reflected);
      if (value < values[0]) {
        double[] expanded = along(centre, 2);
        double further = evaluate(expanded);
        replaceWorst(further < value ? expanded : reflected, Math.min(further, value));
      } else if (value < values[worst - 1] || worst == 1 && value < values[worst]) {
        replaceWorst(reflected, value);
      } else {
        contract(centre, reflected, value);
      }
      sort();
    }
  }

  private void contract(double[] centre, double[] reflected, double value) {
    int worst = points.length - 1;
    boolean outside = value < values[worst];
    double[] contracted = along(centre, outside ? 0.5 : -0.5);
    double contractedValue = evaluate(contracted);
    if (contractedValue < Math.min(value, values[worst])) {
      replaceWorst(contracted, contractedValue);
    } else if (outside) {
      replaceWorst(reflected, value);
    } else {
      shrink();
    }
  }

  private void shrink() {
    for (int i = 1; i < points.length; i++) {
      for (int j = 0; j < points[i].length; j++) {
        points[i][j] = (points[0][j] + points[i][j]) / 2;
      }
      values[i] = evaluate(points[i]);
    }
  }

  /** Returns the point at {@code t} times the way from the worst point through the centre. */
  private double[] along(double[] centre, double t) {
    double[] worst = points[points.length - 1];
    double[] point = new double[centre.length];
    Arrays.setAll(point, j -> centre[j] + t * (centre[j] - worst[j]));
    return point;
  }

  /** Returns the centre of all points but the worst. */
  private double[] centre() {
    int d = points.length - 1;
    double[] centre = new double[d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        centre[j] += points[i][j] / d;
      }
    }
    return centre;
  }

  private void replaceWorst(double[] point, double value) {
    points[points.length - 1] = point;
    values[values.length - 1] = value;
  }

  /** Sorts by value, equal ones as they came. */
  private void sort() {
    for (int i = 1; i < points.length; i++) {
      double[] point = points[i];
      double value = values[i];
      int j = i;
      for (; j > 0 && values[j - 1] > value; j--) {
        points[j] = points[j - 1];
        values[j] = values[j - 1];
      }
      points[j] = point;
      values[j] = value;
    }
  }

  private double evaluate(double[] point) {
    evaluations++;
    double value = function.applyAsDouble(point);
    return Double.isNaN(value) ? Double.MAX_VALUE : Math.min(value, Double.MAX_VALUE);
  }
}
