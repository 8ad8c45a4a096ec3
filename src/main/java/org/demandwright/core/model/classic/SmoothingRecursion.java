package org.demandwright.core.model.classic;

/**
 * The recursion of exponential smoothing over one history, and its likelihood.
 *
 * <p>With base = l + φ·b, the forecast is μ = base + s or base·s and the error e = y − μ. Where the
 * season is added or there is none: l ← base + α·e, b ← φ·b + β·e, s ← s + γ·e; where it is
 * multiplied: l ← base + α·e/s, b ← φ·b + β·e/s, s ← s + γ·e/base. So additive and relative errors
 * share the recursion and differ in the likelihood alone: of e, or of e/μ.
 *
 * <p>Periods that are not known have no error: the states are carried on. The object is scratch
 * space for one search; only the states that it returns leave it.
 */
final class SmoothingRecursion {
  /** Share of the unit below which the scatter of the errors counts as rounding. */
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
   * @param unit the usual size of a value
   */
  SmoothingRecursion(SmoothingForm form, Observations y, SeasonalIndices startSeason, double unit) {
    this.form = form;
    this.y = y;
    this.unit = unit;
    this.startSeason = startSeason.factors().toArray();
    this.season = new double[this.startSeason.length];
  }

  /**
   * Runs over the whole history.
   *
   * @param fitted receives the one-step-ahead values, as long as the history
   * @return −2 log likelihood up to a constant that all forms share; infinite where a form that
   *     needs positive values meets a level that is not
   */
  double run(SmoothingParameters p, double[] fitted) {
    System.arraycopy(startSeason, 0, season, 0, season.length);
    switch (form.season()) {
      case N -> withoutSeason(p, fitted);
      case A -> addingSeason(p, fitted);
      case M -> multiplyingSeason(p, fitted);
    }
    return form.relative() ? relativeLoss(fitted) : additiveLoss(fitted);
  }

  /** Returns the states after the last period of the last run. */
  SmoothingStates states(SmoothingParameters p) {
    return new SmoothingStates(form, level, trend, p.phi(), season.clone(), y.size());
  }

  private void withoutSeason(SmoothingParameters p, double[] fitted) {
    double l = p.level();
    double b = p.trend();
    for (int i = 0; i < fitted.length; i++) {
      double slope = p.phi() * b;
      double base = l + slope;
      double e = y.known(i) ? y.unit(i) - base : 0;
      fitted[i] = base;
      l = base + p.alpha() * e;
      b = slope + p.beta() * e;
    }
    level = l;
    trend = b;
  }

  private void addingSeason(SmoothingParameters p, double[] fitted) {
    double l = p.level();
    double b = p.trend();
    int k = 0;
    for (int i = 0; i < fitted.length; i++) {
      double slope = p.phi() * b;
      double base = l + slope;
      fitted[i] = base + season[k];
      double e = y.known(i) ? y.unit(i) - fitted[i] : 0;
      l = base + p.alpha() * e;
      b = slope + p.beta() * e;
      season[k] += p.gamma() * e;
      k = k + 1 == season.length ? 0 : k + 1;
    }
    level = l;
    trend = b;
  }

  private void multiplyingSeason(SmoothingParameters p, double[] fitted) {
    double l = p.level();
    double b = p.trend();
    int k = 0;
    for (int i = 0; i < fitted.length; i++) {
      double slope = p.phi() * b;
      double base = l + slope;
      fitted[i] = base * season[k];
      double e = y.known(i) ? (y.unit(i) - fitted[i]) / season[k] : 0;
      l = base + p.alpha() * e;
      b = slope + p.beta() * e;
      season[k] += p.gamma() * season[k] * e / base;
      k = k + 1 == season.length ? 0 : k + 1;
    }
    level = l;
    trend = b;
  }

  private double additiveLoss(double[] fitted) {
    double squares = 0;
    for (int i = 0; i < fitted.length; i++) {
      double e = y.known(i) ? y.unit(i) - fitted[i] : 0;
      squares += e * e;
    }
    return y.count() * Math.log(variance(squares / (unit * unit)) * unit * unit);
  }

  private double relativeLoss(double[] fitted) {
    double squares = 0;
    double logs = 0;
    double product = 1;
    double perUnit = 1 / unit;
    for (int i = 0; i < fitted.length; i++) {
      if (!(fitted[i] > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      if (y.known(i)) {
        double r = y.unit(i) / fitted[i] - 1;
        squares += r * r;
        product *= fitted[i] * perUnit;
      }
      if (product > LARGE || product < 1 / LARGE) {
        logs += Math.log(product);
        product = 1;
      }
    }
    double sumOfLogs = logs + Math.log(product) + y.count() * Math.log(unit);
    return y.count() * Math.log(variance(squares)) + 2 * sumOfLogs;
  }

  private double variance(double squares) {
    return Math.max(squares / y.count(), PERFECT * PERFECT);
  }
}
