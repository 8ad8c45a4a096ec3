package org.demandwright.core.model.classic;

/**
 * The states of exponential smoothing after the last period, from which it forecasts.
 *
 * @param season by position in the season, owned by this record
 * @param size number of periods of the history
 */
record SmoothingStates(
    SmoothingForm form, double level, double trend, double phi, double[] season, int size) {

  /**
   * Returns the mean of step h: l + (φ + φ² + … + φ^h)·b, with the season added or multiplied to
   * it. A multiplied season cannot turn a negative level into demand.
   */
  double forecast(int h) {
    double geometric = phi * (1 - Math.pow(phi, h)) / (1 - phi);
    double base = level + geometric * trend;
    if (!form.seasonal()) {
      return base;
    }
    double s = season[(size + h - 1) % season.length];
    return form.multiplicative() ? Math.max(0, base) * s : base + s;
  }
}
