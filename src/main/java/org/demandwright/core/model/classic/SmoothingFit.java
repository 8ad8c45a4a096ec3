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

  /**
   * Searches the parameters of the form.
   *
   * @param season seasonal states before the first period
   * @param line through the first seasonally adjusted periods
   */
  static SmoothingFit of(SmoothingForm form, Observations y, SeasonalIndices season, Line line) {
    double unit = y.mean();
    double[] fitted = new double[y.size()];
    SmoothingRecursion recursion = new SmoothingRecursion(form, y, season);
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

  /** Returns L + 2k + 2k(k + 1)/(n − k − 1) = L + 2kn/(n − k − 1). */
  private static double aicc(double loss, int k, int n) {
    return n > k + 1 ? loss + 2.0 * k * n / (n - k - 1) : Double.POSITIVE_INFINITY;
  }
}
