package org.demandwright.core.feature;

/**
 * What the series of a panel did, as a whole, some years before the origin: the mean demand of some
 * periods there against that of the quarter of a year before.
 *
 * <p>The movement is measured three ways, each as the logarithm of a ratio of sums over the series
 * that were on sale by then: of units, in which large series count; of each series ÷ its own level,
 * in which all count alike; and ÷ the root of that level, which lies between and is the least
 * noisy.
 *
 * @param units log ratio of units
 * @param alike log ratio in which every series counts alike
 * @param rooted log ratio weighted by the root of the level
 * @param trend what the growth from then to now lets expect of such a gap, as a log ratio
 * @param series number of series measured
 */
record YearAgo(double units, double alike, double rooted, double trend, int series) {

  /** One look back, at one series after the other. */
  static final class Look {
    private final int back;
    private final int quarter;
    private final int from;
    private final int to;
    private final int horizon;
    private final Movement season = new Movement();
    private final Movement growth = new Movement();

    /**
     * Begins a look.
     *
     * @param back periods from the look's origin to the origin of the panel
     * @param quarter periods of the reference window
     * @param from first period after the look's origin
     * @param to end of the periods after the look's origin, exclusive
     * @param horizon end of all periods that are looked at: the level of a series is its mean from
     *     the begin of the quarter to there
     */
    Look(int back, int quarter, int from, int to, int horizon) {
      this.back = back;
      this.quarter = quarter;
      this.from = from;
      this.to = to;
      this.horizon = horizon;
    }

    /**
     * Looks at one series.
     *
     * @param y its demand, oldest first, ending at the origin, NaN where not observed
     */
    void at(double[] y) {
      int origin = y.length - back;
      if (origin - quarter < 0 || !soldBy(y, origin - quarter)) {
        return;
      }
      double level = SeasonProfile.mean(y, origin - quarter, origin + horizon);
      double before = SeasonProfile.mean(y, origin - quarter, origin);
      season.add(level, before, SeasonProfile.mean(y, origin + from, origin + to));
      growth.add(level, before, SeasonProfile.mean(y, y.length - quarter, y.length));
    }

    YearAgo seen() {
      double gap = (from + to + quarter) / 2.0 / back;
      return new YearAgo(
          season.units(), season.alike(), season.rooted(), growth.rooted() * gap, season.series);
    }
  }

  /** Returns whether the series had a sale in the first period of the reference or before. */
  private static boolean soldBy(double[] y, int index) {
    for (int i = 0; i <= index; i++) {
      if (y[i] > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the least of what all measures agree on, with and without the trend; 0 where they
   * disagree about the direction.
   */
  double agreed() {
    return agreed(agreed(units, alike), agreed(units - trend, alike - trend));
  }

  /** Returns the smaller one of two numbers of the same sign, 0 where the signs differ. */
  static double agreed(double a, double b) {
    return a * b > 0 ? Math.signum(a) * Math.min(Math.abs(a), Math.abs(b)) : 0;
  }

  /** Sums over series of what was demanded before and after, in three weightings. */
  private static final class Movement {
    private final double[] before = new double[3];
    private final double[] after = new double[3];
    private int series;

    void add(double level, double one, double other) {
      if (!(level > 0) || Double.isNaN(one + other)) {
        return;
      }
      double[] weight = {1, 1 / level, 1 / Math.sqrt(level)};
      for (int k = 0; k < weight.length; k++) {
        before[k] += weight[k] * one;
        after[k] += weight[k] * other;
      }
      series++;
    }

    double units() {
      return log(0);
    }

    double alike() {
      return log(1);
    }

    double rooted() {
      return log(2);
    }

    private double log(int k) {
      return before[k] > 0 && after[k] > 0 ? Math.log(after[k] / before[k]) : 0;
    }
  }
}
