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
  private static final double MEDIAN = 0.5;

  /** The levels of a band that has not failed. */
  public static final BandLevels NOMINAL = new BandLevels(LOW, HIGH);

  public BandLevels {
    if (!(low > 0 && low < high && high < 1)) {
      throw new IllegalArgumentException("band from level " + low + " to " + high);
    }
  }

  /**
   * Returns the level that stands for another: 10 % and 90 % for the band's ends, the median for
   * itself, and those between in proportion.
   *
   * @param level share 0–1
   */
  double at(double level) {
    if (equals(NOMINAL)) {
      return level;
    }
    if (level <= LOW) {
      return level / LOW * low;
    }
    if (level >= HIGH) {
      return 1 - (1 - level) / (1 - HIGH) * (1 - high);
    }
    return level <= MEDIAN
        ? low + (level - LOW) / (MEDIAN - LOW) * (MEDIAN - low)
        : high - (HIGH - level) / (HIGH - MEDIAN) * (high - MEDIAN);
  }
}
