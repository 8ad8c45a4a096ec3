package org.demandwright.core.decide;

/**
 * How evenly an item sells, by the coefficient of variation of its demand a period: deviation ÷
 * mean. Up to 0.5 it is X, up to 1 Y, above Z.
 *
 * <p>Reference: Scholz-Reiter et al. (2012), <i>Integration of demand forecasts in ABC-XYZ
 * analysis</i>, IJPPM 61.
 */
public enum Xyz {
  /** Evenly. */
  X,
  /** With ups and downs. */
  Y,
  /** Irregularly. */
  Z;

  private static final double EVEN = 0.5;
  private static final double UNEVEN = 1;

  /**
   * Returns the class.
   *
   * @param mean a period, at least 0; what does not sell is Z
   * @param deviation of demand a period
   */
  public static Xyz of(double mean, double deviation) {
    if (mean <= 0) {
      return Z;
    }
    double variation = deviation / mean;
    return variation <= EVEN ? X : variation <= UNEVEN ? Y : Z;
  }
}
