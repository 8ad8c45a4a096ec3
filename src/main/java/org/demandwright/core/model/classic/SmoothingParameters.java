package org.demandwright.core.model.classic;

/**
 * The parameters of exponential smoothing and the states before the first period.
 *
 * <p>They are searched as a point of free coordinates: α, β, φ and γ on the logistic scale within
 * (0.1, 1), (0, 0.25·α), (0.85, 0.98) and (0, 1 − α). The caps on β and φ keep the trend from
 * running away on short histories.
 *
 * @param alpha weight of the error in the level
 * @param beta weight of the error in the trend, 0 without trend
 * @param phi damping of the trend per period, 1 for a trend that is not damped
 * @param gamma weight of the error in the season, 0 without season
 * @param level before the first period, base units
 * @param trend before the first period, base units per period
 */
record SmoothingParameters(
    double alpha, double beta, double phi, double gamma, double level, double trend) {
  private static final double LEAST_ALPHA = LevelSmoothing.LEAST_ALPHA;
  private static final double TREND_CAP = 0.25;
  private static final double LEAST_DAMPING = 0.85;
  private static final double MOST_DAMPING = 0.98;
  private static final double LEVEL_STEP = 0.1;
  private static final double TREND_STEP = 0.01;

  /** Coordinates at which α is 0.34 and γ is near 0: where the search begins. */
  private static final double START_ALPHA = -1;

  private static final double GAMMA_SHIFT = -2;

  /** Returns the point from which the search starts. */
  static double[] start(SmoothingForm form) {
    double[] point = new double[form.dimensions()];
    point[0] = START_ALPHA;
    return point;
  }

  /**
   * Reads a point.
   *
   * @param line where level and trend begin at the coordinates 0
   * @param unit in tenths of which the level moves and in hundredths of which the trend does
   */
  static SmoothingParameters of(SmoothingForm form, double[] point, Line line, double unit) {
    double alpha = LEAST_ALPHA + (1 - LEAST_ALPHA) * logistic(point[0]);
    double level = line.b0() + LEVEL_STEP * unit * point[1];
    double gamma =
        form.seasonal() ? (1 - alpha) * logistic(point[point.length - 1] + GAMMA_SHIFT) : 0;
    if (!form.trended()) {
      return new SmoothingParameters(alpha, 0, 1, gamma, level, 0);
    }
    double beta = TREND_CAP * alpha * logistic(point[2]);
    double trend = line.b1() + TREND_STEP * unit * point[3];
    double phi =
        form.damped() ? LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * logistic(point[4]) : 1;
    return new SmoothingParameters(alpha, beta, phi, gamma, level, trend);
  }

  /** Returns 1/(1 + e^−x), which maps any coordinate into (0, 1). */
  static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
