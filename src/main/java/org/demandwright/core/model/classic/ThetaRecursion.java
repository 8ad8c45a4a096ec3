package org.demandwright.core.model.classic;

/**
 * The recursion of the optimised Theta method over one history; see {@link OptimisedTheta} for the
 * formulas. The object is scratch space for one search.
 */
final class ThetaRecursion {
  /** Coordinates of a point: α, ω = 1 − 1/θ and the first level. */
  static final int DIMENSIONS = 3;

  private static final double LEAST_ALPHA = LevelSmoothing.LEAST_ALPHA;
  private static final double MOST_THETA = 20;
  private static final double LEVEL_STEP = 0.1;

  private final Observations y;
  private final double unit;
  private final ErrorLaw errors;
  private final double start;
  private final double[] intercepts;
  private final double[] slopes;
  private final double[] fitted;
  private double next;
  private double slope;

  ThetaRecursion(Observations y, double unit, ErrorLaw errors) {
    this.y = y;
    this.unit = unit;
    this.errors = errors;
    this.start = Line.through(y.start()).b0();
    this.intercepts = new double[y.size() + 1];
    this.slopes = new double[y.size() + 1];
    this.fitted = new double[y.size()];
    trendLines();
  }

  /** Puts down the line through the observations before each period, 0 where there are none. */
  private void trendLines() {
    double n = 0;
    double meanT = 0;
    double meanY = 0;
    double tt = 0;
    double ty = 0;
    for (int i = 0; i < y.size(); i++) {
      if (y.known(i)) {
        n++;
        double t = i + 1 - meanT;
        meanT += t / n;
        double v = y.unit(i) - meanY;
        meanY += v / n;
        tt += t * (i + 1 - meanT);
        ty += t * (y.unit(i) - meanY);
      }
      slopes[i + 1] = tt > 0 ? ty / tt : 0;
      intercepts[i + 1] = meanY - slopes[i + 1] * meanT;
    }
  }

  /**
   * Runs at a point of the search, whose coordinates 0 are α = 0.55, θ = 1.9 and the first line.
   *
   * @return −2 log likelihood of the errors up to a constant, plus the square of the second
   *     coordinate: a standard normal prior that keeps θ near 2 where a history is too short to
   *     tell
   */
  double loss(double[] point) {
    double alpha = LEAST_ALPHA + (1 - LEAST_ALPHA) * SmoothingParameters.logistic(point[0]);
    double omega = (1 - 1 / MOST_THETA) * SmoothingParameters.logistic(point[1]);
    run(alpha, omega, (1 - omega) * (start + LEVEL_STEP * unit * point[2]));
    return errors.minusTwiceLogLikelihood(y, fitted, unit) + point[1] * point[1];
  }

  /**
   * Runs over the whole history.
   *
   * @param alpha weight of the newest observation
   * @param omega share of the theta line, 1 − 1/θ
   * @param firstLevel before the first period
   */
  void run(double alpha, double omega, double firstLevel) {
    double level = firstLevel;
    double decay = 1;
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = mean(i, level, alpha, omega, decay);
      if (y.known(i)) {
        level += alpha * (y.unit(i) - level);
        decay *= 1 - alpha;
      }
    }
    next = mean(fitted.length, level, alpha, omega, decay);
    slope = omega * slopes[fitted.length];
  }

  /** Returns the forecast of the last run. */
  Curve curve() {
    double first = next;
    double rise = slope;
    return new Curve(h -> first + (h - 1) * rise, fitted.clone());
  }

  private double mean(int i, double level, double alpha, double omega, double decay) {
    double lag = (1 - decay * (1 - alpha)) / alpha;
    return level + omega * (decay * intercepts[i] + lag * slopes[i]);
  }
}
