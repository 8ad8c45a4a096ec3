package org.demandwright.core.model.regression;

import org.demandwright.core.demand.SeriesKey;

/**
 * Keeps a share of the training rows of a large panel. Whether a row is kept depends on its series,
 * its origin and the seed alone, so a sample is the same on every machine and in every order.
 *
 * @param share 0–1 of the rows that are kept
 * @param seed of the choice
 */
record RowSampling(double share, long seed) {

  /** Rows of a panel above which it is sampled: 2,000 series with 30 origins each. */
  static final int MOST_ROWS = 60_000;

  /** Returns the sampling of a panel of so many series. */
  static RowSampling of(int series, long seed) {
    double rows = (double) series * PanelRows.MOST_ORIGINS;
    return new RowSampling(Math.min(1, MOST_ROWS / rows), seed);
  }

  boolean keeps(SeriesKey key, int back) {
    if (share >= 1) {
      return true;
    }
    long hash = mix(mix(seed ^ key.toString().hashCode()) + back);
    return (hash >>> 11) * 0x1.0p-53 < share;
  }

  /** The finalizer of SplitMix64 (Steele, Lea &amp; Flood 2014): nearby seeds give unlike bits. */
  private static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
