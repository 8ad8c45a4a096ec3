package org.demandwright.core.feature;

import java.time.LocalDate;

/**
 * What was sold on each day of the month, and what the 28 days around let expect.
 *
 * @param sold base units per day of the month
 * @param expected the same if every day had sold the mean of its stretch of 28 days
 */
record MonthDaySums(double[] sold, double[] expected) {

  MonthDaySums() {
    this(new double[MonthDayIndex.DAYS], new double[MonthDayIndex.DAYS]);
  }

  /** Sums whole stretches of a daily series, counted back from day {@code to}, exclusive. */
  static MonthDaySums of(History history, double[] units, int to) {
    MonthDaySums sums = new MonthDaySums();
    LocalDate first = history.series().first().start();
    for (int from = to - MonthDayIndex.STRETCH; from >= 0; from -= MonthDayIndex.STRETCH) {
      double mean = SeasonProfile.mean(units, from, from + MonthDayIndex.STRETCH);
      for (int i = from; mean > 0 && i < from + MonthDayIndex.STRETCH; i++) {
        if (!Double.isNaN(units[i])) {
          int day = MonthDayIndex.day(first, i);
          sums.sold[day] += units[i];
          sums.expected[day] += mean;
        }
      }
    }
    return sums;
  }

  /** Adds the sums of another series. */
  void add(MonthDaySums other, double weight) {
    for (int d = 0; d < sold.length; d++) {
      sold[d] += weight * other.sold[d];
      expected[d] += weight * other.expected[d];
    }
  }
}
