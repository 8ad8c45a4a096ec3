package org.demandwright.core.decide.risk;

/** The standard normal distribution. */
final class Normal {
  private static final double FAR = 8;

  private Normal() {}

  /**
   * Returns the probability of a larger value: Abramowitz &amp; Stegun (1964), 26.2.17, to 7.5e-8.
   */
  static double above(double z) {
    double at = Math.min(FAR, Math.abs(z));
    double t = 1 / (1 + 0.2316419 * at);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.min(0.5, density(at) * series);
    return z >= 0 ? tail : 1 - tail;
  }

  /** Returns the density. */
  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
