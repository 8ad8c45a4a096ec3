package org.demandwright.core.model.classic;

/**
 * The recursion of exponential smoothing over one history, and its likelihood.
 *
 * <p>With base = l + φ·b, the forecast is μ = base + s or base·s and the error e = y − μ.
 *
 * <ul>
 *   <li>Additive: l ← base + α·e, b ← φ·b + β·e, s ← s + γ·e.
 *   <li>Multiplicative, with the relative error r = y/μ − 1: l ← base·(1 + α·r), b ← φ·b +
 *       β·base·r, s ← s·(1 + γ·r).
 * </ul>
 *
 * <p>Periods that are not known have no error: the states are carried on. The object is scratch
 * space for one search; only the states that it returns leave it.
 */
final class SmoothingRecursion {
  /** Share of the mean demand below which the scatter of the errors counts as rounding. */
  private static final double PERFECT = 1e-10;

  /** Means are multiplied up to here before a logarithm is taken of their product. */
  private static final double LARGE = 1e100;

  private final SmoothingForm form;
  private final Observations y;
  private final double unit;
  private final double[] startSeason;
  private final double[] season;
  private double level;
  private double trend;

  /**
   * @param startSeason seasonal states before the first period, by position in the season
   */
  SmoothingRecursion(SmoothingForm form, Observations y, SeasonalIndices startSeason) {
    this.form = form;
    this.y = y;
    this.unit = y.mean();
    this.startSeason = startSeason.factors().toArray();
    this.season = new double[this.startSeason.length];
  }

  /**
   * Runs over the whole history.
   *
   * @param fitted receives the one-step-ahead values, as long as the history
   * @return −2 log likelihood up to a constant that all forms share; infinite where a
   *     multiplicative form meets a level that is not positive
   */
  double run(SmoothingParameters p, double[] fitted) {
    level = p.level();
    trend = p.trend();
    System.arraycopy(startSeason, 0, season, 0, season.length);
    return form.multiplicative() ? multiplicative(p, fitted) : additive(p, fitted);
  }

  /** Returns the states after the last period of the last run. */
  SmoothingStates states(SmoothingParameters p) {
    return new SmoothingStates(form, level, trend, p.phi(), season.clone(), y.size());
  }

  private double additive(SmoothingParameters p, double[] fitted) {
    boolean seasonal = form.seasonal();
    double squares = 0;
    double l = level;
    double b = trend;
    int k = 0;
    for (int i = 0; i < fitted.length; i++) {
      double slope = p.phi() * b;
      double base = l + slope;
      double mean = seasonal ? base + season[k] : base;
      double e = y.known(i) ? y.unit(i) - mean : 0;
      fitted[i] = mean;
      squares += e * e;
      l = base + p.alpha() * e;
      b = slope + p.beta() * e;
      if (seasonal) {
        season[k] += p.gamma() * e;
        k = k + 1 == season.length ? 0 : k + 1;
      }
    }
    level = l;
    trend = b;
    return y.count() * Math.log(variance(squares / (unit * unit)) * unit * unit);
  }

  private double multiplicative(SmoothingParameters p, double[] fitted) {
    boolean seasonal = form.seasonal();
    double squares = 0;
    double logs = 0;
    double product = 1;
    double perUnit = 1 / unit;
    double l = level;
    double b = trend;
    int k = 0;
    for (int i = 0; i < fitted.length; i++) {
      double slope = p.phi() * b;
      double base = l + slope;
      double mean = seasonal ? base * season[k] : base;
      if (!(mean > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double r = y.known(i) ? y.unit(i) / mean - 1 : 0;
      fitted[i] = mean;
      squares += r * r;
      product *= y.known(i) ? mean * perUnit : 1;
      if (product > LARGE || product < 1 / LARGE) {
        logs += Math.log(product);
        product = 1;
      }
      l = base + p.alpha() * base * r;
      b = slope + p.beta() * base * r;
      if (seasonal) {
        season[k] += p.gamma() * season[k] * r;
        k = k + 1 == season.length ? 0 : k + 1;
      }
    }
    level = l;
    trend = b;
    double sumOfLogs = logs + Math.log(product) + y.count() * Math.log(unit);
    return y.count() * Math.log(variance(squares)) + 2 * sumOfLogs;
  }

  private double variance(double squares) {
    return Math.max(squares / y.count(), PERFECT * PERFECT);
  }
}
