package org.demandwright.core.demand;

/**
 * Whether a period that is far from the usual was as far at the same time of another season or
 * year, so that it belongs to the calendar of the series.
 *
 * <p>It was if a period in its place reached half of the way: with demand of r times the usual, at
 * least 1 + (r − 1) ÷ 2 times its own usual above it, at most so many below.
 *
 * @param usual demand of each period
 * @param season periods of one season, 1 for none
 */
record Recurrence(DemandSeries series, UsualDemand usual, int season) {
  private static final double SHARE = 0.5;

  /** Cycles from which on the usual demand of a season speaks for itself. */
  private static final int MANY_CYCLES = 5;

  /** Cycles from which on the methods can continue a season, and the period more. */
  private static final int LEAST_CYCLES = 2;

  /** Returns whether the season or year before or after it was as unusual. */
  boolean of(int index) {
    return at(index, season, 0) || at(index, year(), slack());
  }

  /**
   * Returns whether a season that the methods can continue explains it: of what comes back
   * otherwise, such as the last day of a month, they know only that it is large.
   */
  boolean ofSeason(int index) {
    boolean continued = series.size() > LEAST_CYCLES * season;
    boolean yearly = season == year();
    boolean young = series.size() < MANY_CYCLES * season;
    return continued && (yearly || young) && at(index, season, yearly ? slack() : 0);
  }

  /** Looks at the periods at a distance before and after, give or take the slack. */
  private boolean at(int index, int distance, int slack) {
    double ratio = ratio(index);
    double enough = 1 + SHARE * (ratio - 1);
    for (int step = -1; distance > 1 && step <= 1; step += 2) {
      int centre = index + step * distance;
      int last = Math.min(series.size() - 1, centre + slack);
      for (int j = Math.max(0, centre - slack); j <= last; j++) {
        if (j != index && (ratio > 1 ? ratio(j) >= enough : ratio(j) <= enough)) {
          return true;
        }
      }
    }
    return false;
  }

  private double ratio(int index) {
    return series.units().get(index) / Math.max(usual.at(index), Double.MIN_NORMAL);
  }

  private int year() {
    return series.first().bucket().year();
  }

  /** Returns by how many periods a yearly feast may move. */
  private int slack() {
    return switch (series.first().bucket()) {
      case DAY -> 10;
      case WEEK -> 2;
      case MONTH, QUARTER -> 0;
    };
  }
}
