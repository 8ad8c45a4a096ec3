package org.demandwright.core.feature;

/**
 * What was sold in each phase of a season, and what would have been if all phases were alike.
 *
 * @param sold base units, by phase; owned by this record
 * @param expected the mean of the cycle for each of its observed periods, by phase; owned by this
 *     record
 */
record SeasonSums(double[] sold, double[] expected) {

  SeasonSums(int season) {
    this(new double[season], new double[season]);
  }

  int season() {
    return sold.length;
  }

  /** Adds the cycle that begins at {@code start}. */
  void add(double[] units, long firstOrdinal, int start, double mean) {
    for (int i = start; i < start + sold.length; i++) {
      if (!Double.isNaN(units[i])) {
        int phase = SeasonProfile.phase(firstOrdinal + i, sold.length);
        sold[phase] += units[i];
        expected[phase] += mean;
      }
    }
  }

  /** Adds other sums, multiplied by a weight. */
  void add(SeasonSums other, double weight) {
    for (int j = 0; j < sold.length; j++) {
      sold[j] += weight * other.sold[j];
      expected[j] += weight * other.expected[j];
    }
  }
}
