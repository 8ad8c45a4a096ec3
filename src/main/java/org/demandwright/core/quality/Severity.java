package org.demandwright.core.quality;

/** How much a finding matters, by its share of what it concerns. */
public enum Severity {
  /** It changes what is ordered. */
  HIGH,
  /** It is seen in the forecast. */
  MEDIUM,
  /** It is lost in the error that a good forecast has anyway. */
  LOW;

  /** A tenth of the demand of a series is about what its safety stock covers. */
  static final double HIGH_SHARE = 0.10;

  /** A hundredth is less than any forecast of one series is off. */
  static final double MEDIUM_SHARE = 0.01;

  /** Returns the severity of an effect of this share, ≥ 0, of the series' demand. */
  public static Severity ofShare(double share) {
    if (share >= HIGH_SHARE) {
      return HIGH;
    }
    return share >= MEDIUM_SHARE ? MEDIUM : LOW;
  }
}
