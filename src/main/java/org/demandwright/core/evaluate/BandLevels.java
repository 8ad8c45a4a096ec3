package org.demandwright.core.evaluate;

/**
 * At which quantiles of past residuals the ends of an 80 % band lie.
 *
 * @param low share of residuals below the lower end; {@value #LOW} unless such a band has failed
 * @param high share of residuals not above the upper end; {@value #HIGH} unless such a band failed
 */
public record BandLevels(double low, double high) {
  static final double LOW = 0.1;
  static final double HIGH = 0.9;

  /** The levels of a band that has not failed. */
  public static final BandLevels NOMINAL = new BandLevels(LOW, HIGH);

  public BandLevels {
    if (!(low > 0 && low < high && high < 1)) {
      throw new IllegalArgumentException("band from level " + low + " to " + high);
    }
  }
}
