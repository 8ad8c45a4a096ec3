package org.demandwright.core.decide.promotion;

/**
 * How demand of an item scatters: its days within their weeks, by which its dispersion is told, and
 * weeks around what was expected of them, by which the luck of weeks is told of all items together.
 */
final class WeekScatter {
  /** Days on either side of a week, by which is told what was expected of it. */
  private static final int LOCAL = 28;

  private static final int LEAST_WEEK = 4;
  private static final double LEAST_DISPERSION = 0.05;

  private double squares;
  private double means;

  /** What weeks differ by beyond what units alone make of them. */
  static final class Luck {
    private double squares;
    private double means;

    /** Returns the variance of a week's luck, as a share of what is expected of it. */
    double variance() {
      return means <= 0 ? 0 : Math.max(0, squares / means);
    }
  }

  /** Returns variance ÷ mean of what is sold within a week. */
  double dispersion() {
    return means <= 0 ? 1 : Math.max(LEAST_DISPERSION, squares / means);
  }

  /** Adds the days of the item at a site. */
  void add(OrdinaryDays days, Luck luck) {
    double daySquares = 0;
    double dayMeans = 0;
    Luck weeks = new Luck();
    double weekMeans = 0;
    for (int d = days.begun(); d < days.size(); ) {
      int end = d;
      int count = 0;
      while (end < days.size() && days.week(end) == days.week(d)) {
        count += days.isOrdinary(end) ? 1 : 0;
        end++;
      }
      if (count >= LEAST_WEEK) {
        double units = days.units(d, end);
        double weight = days.weight(d, end);
        for (int i = d; i < end; i++) {
          if (days.isOrdinary(i)) {
            double expected = units * days.profile(i) / weight;
            double off = days.sold(i) - expected;
            daySquares += off * off;
            dayMeans += expected * (1 - days.profile(i) / weight);
          }
        }
        int from = Math.max(0, d - LOCAL);
        int to = Math.min(days.size(), end + LOCAL);
        double around = days.weight(from, to) - weight;
        if (around >= PlaceStudy.LEAST_BASE) {
          double expected = (days.units(from, to) - units) / around * weight;
          double unsure = 1 + weight / around;
          weeks.squares += (units - expected) * (units - expected);
          weeks.means += expected * expected * unsure;
          weekMeans += expected * unsure;
        }
      }
      d = end;
    }
    squares += daySquares;
    means += dayMeans;
    double dispersion = dayMeans <= 0 ? 1 : daySquares / dayMeans;
    luck.squares += weeks.squares - dispersion * weekMeans;
    luck.means += weeks.means;
  }
}
