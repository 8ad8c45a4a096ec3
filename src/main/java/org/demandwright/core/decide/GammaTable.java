package org.demandwright.core.decide;

/**
 * Quantiles of gamma distributions with the mean 1, computed once for a grid of shapes and levels,
 * and interpolated: the logarithm of a quantile by cubics in the logarithm of the shape and in the
 * log odds of the level, in which it is smooth.
 */
final class GammaTable {
  private static final double LEAST_SHAPE = -2;
  private static final double SHAPE_STEP = 0.1;
  private static final int SHAPES = 116;
  private static final double LEAST_ODDS = -7.2;
  private static final double ODDS_STEP = 0.2;
  private static final int ODDS = 73;

  private static final double[][] KEPT = computed();

  private GammaTable() {}

  private static double[][] computed() {
    double[][] table = new double[SHAPES][ODDS];
    for (int i = 0; i < SHAPES; i++) {
      GammaShape shape = GammaShape.ofShape(Math.exp(LEAST_SHAPE + i * SHAPE_STEP));
      for (int j = 0; j < ODDS; j++) {
        double odds = Math.exp(LEAST_ODDS + j * ODDS_STEP);
        table[i][j] = Math.log(shape.exact(odds / (1 + odds)));
      }
    }
    return table;
  }

  /** Returns whether a shape and a level lie within the grid, one step from its edges. */
  static boolean holds(double shape, double level) {
    double i = (Math.log(shape) - LEAST_SHAPE) / SHAPE_STEP;
    double j = (odds(level) - LEAST_ODDS) / ODDS_STEP;
    return i >= 1 && i < SHAPES - 2 && j >= 1 && j < ODDS - 2;
  }

  /** Returns a quantile of what the grid {@link #holds}. */
  static double quantile(double shape, double level) {
    double i = (Math.log(shape) - LEAST_SHAPE) / SHAPE_STEP;
    double j = (odds(level) - LEAST_ODDS) / ODDS_STEP;
    int row = (int) i;
    int column = (int) j;
    double sum = 0;
    for (int n = -1; n <= 2; n++) {
      sum += weight(n, i - row) * at(KEPT[row + n], column, j - column);
    }
    return Math.exp(sum);
  }

  private static double at(double[] row, int column, double between) {
    double sum = 0;
    for (int n = -1; n <= 2; n++) {
      sum += weight(n, between) * row[column + n];
    }
    return sum;
  }

  /** Lagrange's weights of the points −1, 0, 1 and 2 for a point between 0 and 1. */
  private static double weight(int of, double t) {
    return switch (of) {
      case -1 -> -t * (t - 1) * (t - 2) / 6;
      case 0 -> (t + 1) * (t - 1) * (t - 2) / 2;
      case 1 -> -(t + 1) * t * (t - 2) / 2;
      default -> (t + 1) * t * (t - 1) / 6;
    };
  }

  private static double odds(double level) {
    return Math.log(level / (1 - level));
  }
}
