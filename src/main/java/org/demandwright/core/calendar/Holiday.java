package org.demandwright.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import org.demandwright.core.demand.Period;

/**
 * Days on which shops in most Western countries are closed, or full. What a country does not keep
 * shows no effect there, so the list needs no setting.
 */
public enum Holiday {
  NEW_YEAR(MonthDay.of(1, 1)),
  GOOD_FRIDAY(-2),
  EASTER_SUNDAY(0),
  EASTER_MONDAY(1),
  LABOUR_DAY(MonthDay.of(5, 1)),
  CHRISTMAS_EVE(MonthDay.of(12, 24)),
  CHRISTMAS_DAY(MonthDay.of(12, 25)),
  BOXING_DAY(MonthDay.of(12, 26)),
  NEW_YEARS_EVE(MonthDay.of(12, 31));

  private final MonthDay fixed;
  private final int afterEaster;

  Holiday(MonthDay fixed) {
    this.fixed = fixed;
    this.afterEaster = 0;
  }

  Holiday(int afterEaster) {
    this.fixed = null;
    this.afterEaster = afterEaster;
  }

  /** Returns the day of this holiday in a year. */
  public LocalDate in(int year) {
    return fixed == null ? Easter.sunday(year).plusDays(afterEaster) : fixed.atYear(year);
  }

  /** Returns whether the holiday falls into the period. */
  public boolean fallsInto(Period period) {
    LocalDate start = period.start();
    LocalDate last = period.end().minusDays(1);
    return within(in(start.getYear()), start, last) || within(in(last.getYear()), start, last);
  }

  private static boolean within(LocalDate day, LocalDate start, LocalDate last) {
    return !day.isBefore(start) && !day.isAfter(last);
  }
}
