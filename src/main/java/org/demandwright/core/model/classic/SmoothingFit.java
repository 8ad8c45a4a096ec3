package org.demandwright.core.model.classic;

/**
 * The best fit of one form of exponential smoothing to one history.
 *
 * @param states after the last period
 * @param fitted one-step-ahead values of all periods, owned by this record
 * @param aicc Akaike's criterion with the correction for short histories, lower is better; infinite
 *     where there are not more periods than values to estimate
 */
record SmoothingFit(SmoothingStates states, double[] fitted, double aicc) {
  private static final int BUDGET = 80;
  private static final double FIRST_STEP = 1;

  /** Searches the parameters of a form without season. */
  static SmoothingFit of(SmoothingForm form, Observations values, double unit) {
    return of(form, values, SeasonalIndices.none(1, 0), values, unit);
  }

  /**
   * Searches the parameters of the form.
   *
   * @param season seasonal states before the first period
   * @param adjusted the values without that season, near the first of which level and trend begin
   * @param unit the usual size of a value
   */
  static SmoothingFit of(
      SmoothingForm form,
      Observations y,
      SeasonalIndices season,
      Observations adjusted,
      double unit) {
    Line line = startLine(form, adjusted);
    double[] fitted = new double[y.size()];
    SmoothingRecursion recursion = new SmoothingRecursion(form, y, season, unit);
    double[] best =
        NelderMead.minimise(
            point -> recursion.run(SmoothingParameters.of(form, point, line, unit), fitted),
            SmoothingParameters.start(form),
            FIRST_STEP,
            BUDGET);
    SmoothingParameters parameters = SmoothingParameters.of(form, best, line, unit);
    double loss = recursion.run(parameters, fitted);
    int estimated = form.parameters(y.season());
    return new SmoothingFit(recursion.states(parameters), fitted, aicc(loss, estimated, y.count()));
  }

  /** Returns the forecasts as a function of the step. */
  Curve curve() {
    return new Curve(states::forecast, states::parts, fitted);
  }

  /** Returns the line on which level and trend begin: a flat one for a form without trend. */
  private static Line startLine(SmoothingForm form, Observations adjusted) {
    Observations first = adjusted.start();
    return form.trended() ? Line.through(first) : new Line(first.mean(), 0);
  }

  /**
   * Returns L + 2k + 2k(k + 1)/(n − k − 1) = L + 2kn/(n − k − 1).
   *
   * @param loss L, −2 log likelihood
   * @param k number of estimated values
   * @param n number of observations
   */
  static double aicc(double loss, int k, int n) {
    return n > k + 1 ? loss + 2.0 * k * n / (n - k - 1) : Double.POSITIVE_INFINITY;
  }
}
