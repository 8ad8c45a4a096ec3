package org.demandwright.core.model.classic;

import java.util.Arrays;

/**
 * One form of exponential smoothing run over one history: the recursion, its likelihood and the
 * search for its parameters.
 *
 * <p>With base = l + φ·b, the forecast is μ = base (+ or ×) s and the error e = y − μ. Additive
 * forms: l ← base + α·e, b ← φ·b + β·e, s ← s + γ·e. Multiplicative forms: e is divided by s for
 * level and trend, and by base for the season. Periods that are not known carry the states on.
 *
 * <p>Everything is searched on the logistic scale: α in (0, 1), β in (0, 0.25·α), φ in (0.85,
 * 0.98), γ in (0, 1 − α). The caps on β and φ keep the trend from running away on short histories.
 */
final class SmoothingFit {
  private static final double TREND_CAP = 0.25;
  private static final double LEAST_DAMPING = 0.85;
  private static final double MOST_DAMPING = 0.98;
  private static final int BUDGET = 100;
  private static final double STEP = 1;

  /** Share of the mean below which the variance of the errors counts as rounding. */
  private static final double PERFECT = 1e-10;

  private final SmoothingForm form;
  private final Observations y;
  private final double[] startSeason;
  private final Line startLine;
  private final double unit;

  private final double[] season;
  private double alpha;
  private double beta;
  private double phi;
  private double gamma;
  private double level;
  private double trend;
  private double logLoss;

  /**
   * Fits the form.
   *
   * @param startSeason seasonal states before the first period, by position in the season
   * @param startLine line through the first adjusted periods: where level and trend begin
   */
  SmoothingFit(SmoothingForm form, Observations y, SeasonalIndices startSeason, Line startLine) {
    this.form = form;
    this.y = y;
    this.startSeason = startSeason.factors().toArray();
    this.startLine = startLine;
    this.unit = y.mean();
    this.season = new double[this.startSeason.length];
    double[] start = new double[form.dimensions()];
    start[0] = -1;
    set(NelderMead.minimise(this::loss, start, STEP, BUDGET));
    logLoss = run(null);
  }

  /** Returns Akaike's criterion with the correction for short histories, lower is better. */
  double aicc() {
    int k = form.parameters(season.length);
    int n = y.count();
    return n > k + 1 ? logLoss + 2.0 * k * n / (n - k - 1) : Double.POSITIVE_INFINITY;
  }

  /** Returns the forecast of step h. */
  double forecast(int h) {
    double sum = level;
    double damping = 1;
    for (int i = 1; i <= h && form.damped(); i++) {
      damping *= phi;
      sum += damping * trend;
    }
    if (!form.seasonal()) {
      return sum;
    }
    double s = season[(y.size() + h - 1) % season.length];
    return form.multiplicative() ? Math.max(0, sum) * s : sum + s;
  }

  /** Returns the one-step-ahead values of all periods. */
  double[] fitted() {
    double[] fitted = new double[y.size()];
    run(fitted);
    return fitted;
  }

  private double loss(double[] point) {
    set(point);
    return run(null);
  }

  private void set(double[] point) {
    alpha = logistic(point[0]);
    double spread = unit * 0.1;
    level = startLine.b0() + spread * point[1];
    int next = 2;
    if (form.damped()) {
      beta = TREND_CAP * alpha * logistic(point[next]);
      phi = LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * logistic(point[next + 1]);
      trend = startLine.b1() + spread * 0.1 * point[next + 2];
      next += 3;
    } else {
      beta = 0;
      phi = 0;
      trend = 0;
    }
    gamma = form.seasonal() ? (1 - alpha) * logistic(point[next] - 2) : 0;
    firstLevel = level;
    firstTrend = trend;
  }

  private double firstLevel;
  private double firstTrend;

  /** Runs the recursion from the start states and returns −2 log likelihood, up to a constant. */
  private double run(double[] fitted) {
    level = firstLevel;
    trend = firstTrend;
    System.arraycopy(startSeason, 0, season, 0, season.length);
    return form.multiplicative() ? multiplicative(fitted) : additive(fitted);
  }

  private double additive(double[] fitted) {
    double squares = 0;
    double l = level;
    double b = trend;
    int k = 0;
    boolean seasonal = form.seasonal();
    for (int i = 0; i < y.size(); i++) {
      double slope = phi * b;
      double base = l + slope;
      double mean = seasonal ? base + season[k] : base;
      if (fitted != null) {
        fitted[i] = mean;
      }
      double e = y.known(i) ? y.unit(i) - mean : 0;
      squares += e * e;
      l = base + alpha * e;
      b = slope + beta * e;
      if (seasonal) {
        season[k] += gamma * e;
        k = k + 1 == season.length ? 0 : k + 1;
      }
    }
    level = l;
    trend = b;
    return y.count() * Math.log(variance(squares, unit));
  }

  private double multiplicative(double[] fitted) {
    double squares = 0;
    double logs = 0;
    double product = 1;
    double l = level;
    double b = trend;
    int k = 0;
    boolean seasonal = form.seasonal();
    for (int i = 0; i < y.size(); i++) {
      double slope = phi * b;
      double base = l + slope;
      double s = seasonal ? season[k] : 1;
      double mean = base * s;
      if (fitted != null) {
        fitted[i] = mean;
      }
      if (!(mean > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double e = y.known(i) ? y.unit(i) / mean - 1 : 0;
      squares += e * e;
      if (y.known(i)) {
        product *= mean / unit;
        if (product < 1e-100 || product > 1e100) {
          logs += Math.log(product);
          product = 1;
        }
      }
      l = base + alpha * base * e;
      b = slope + beta * base * e;
      if (seasonal) {
        season[k] = s + gamma * s * e;
        k = k + 1 == season.length ? 0 : k + 1;
      }
    }
    level = l;
    trend = b;
    double scale = Math.log(unit) * y.count();
    return y.count() * Math.log(variance(squares, 1)) + 2 * (logs + Math.log(product) + scale);
  }

  private double variance(double squares, double scale) {
    double least = PERFECT * scale;
    return Math.max(squares / y.count(), least * least);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public String toString() {
    return form + Arrays.toString(new double[] {alpha, beta, phi, gamma});
  }
}
