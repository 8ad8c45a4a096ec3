package org.demandwright.core.pipeline;

/**
 * How the band of one series differs from the one that is usual for its demand class: its ends lie
 * so many times as far from the forecast.
 *
 * @param lower factor of p10's distance, &gt; 0; infinite where nothing is sure to sell, so that
 *     p10 is 0
 * @param upper factor of p90's distance, &gt; 0
 */
public record BandShape(double lower, double upper) {
  /** The band as the calibration gives it. */
  public static final BandShape USUAL = new BandShape(1, 1);

  /** A band that begins at zero. */
  public static final BandShape FROM_ZERO = new BandShape(Double.POSITIVE_INFINITY, 1);

  public BandShape {
    if (!(lower > 0) || !(upper > 0) || upper == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "a band's ends lie a positive multiple away, not %s and %s".formatted(lower, upper));
    }
  }

  /** Returns a band that is as wide as both at either end. */
  public BandShape and(BandShape other) {
    return new BandShape(lower * other.lower, upper * other.upper);
  }

  /**
   * Returns p10: the forecast plus {@code distance} ≤ 0 or, of a class that always sold more than
   * was forecast, &gt; 0; both base units.
   */
  double low(double forecast, double distance) {
    return Math.max(0, lowEnd(forecast, distance));
  }

  /** Returns the same below 0, too, as far as it would lie there. */
  double lowEnd(double forecast, double distance) {
    if (lower == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    return forecast + (distance < 0 ? lower * distance : distance);
  }

  /** Returns p90: the forecast plus {@code distance}, base units. */
  double high(double forecast, double distance) {
    return Math.max(0, highEnd(forecast, distance));
  }

  /** Returns the same below 0, too. */
  double highEnd(double forecast, double distance) {
    return forecast + (distance > 0 ? upper * distance : distance);
  }
}
