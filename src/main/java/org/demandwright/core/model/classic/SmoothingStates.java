package org.demandwright.core.model.classic;

/**
 * The states of exponential smoothing after the last period, from which it forecasts.
 *
 * @param phi damping of the trend per period, 1 for none
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
    double base = level + slope(h);
    return switch (form.season()) {
      case N -> base;
      case A -> base + season[position(h)];
      case M -> Math.max(0, base) * season[position(h)];
    };
  }

  private double slope(int h) {
    double steps = phi == 1 ? h : phi * (1 - Math.pow(phi, h)) / (1 - phi);
    return steps * trend;
  }

  private int position(int h) {
    return (size + h - 1) % season.length;
  }

  /** Returns what {@link #forecast} consists of; what a factor makes of the base is season. */
  ForecastFunction.Parts parts(int h) {
    return new ForecastFunction.Parts(level, slope(h), forecast(h) - (level + slope(h)));
  }
}
