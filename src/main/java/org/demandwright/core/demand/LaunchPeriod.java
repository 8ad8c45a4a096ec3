package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an item was on sale for the whole of the period in which it first sold.
 *
 * <p>An item that sells on most days and first sold on a Sunday was on sale for one day of that
 * week: its first value is a part of a week and tells nothing about the level. A slow seller may
 * just not have sold yet, so its first period stays.
 *
 * <p>Days before the first sale count as missing if the item sells on most later days of the same
 * weekday, so that closed days do not. The period is cut if at least {@value #SHARE} of its selling
 * days are missing; what one day in a month does is less than its noise.
 *
 * <p>Worked example: 10 units every day from Sunday on, in weeks: six of seven selling days are
 * missing, so the series begins with the next Monday. From Monday on, with Sundays closed: none is.
 */
final class LaunchPeriod {
  private static final double SHARE = 0.1;

  private final Set<LocalDate> sales = new HashSet<>();
  private final LocalDate firstSale;
  private final LocalDate end;

  /**
   * @param days totals in any order
   * @param firstSale day of the first gross demand
   * @param end the first day that is not known
   */
  LaunchPeriod(List<DayTotal> days, LocalDate firstSale, LocalDate end) {
    this.firstSale = firstSale;
    this.end = end;
    for (DayTotal day : days) {
      if (day.gross().signum() > 0 && day.day().isBefore(end)) {
        sales.add(day.day());
      }
    }
  }

  /** Returns whether the first sale cuts the period that holds it. */
  boolean cuts(Period period) {
    Map<DayOfWeek, Integer> offered = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Integer> sold = new EnumMap<>(DayOfWeek.class);
    for (LocalDate day = firstSale.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
      offered.merge(day.getDayOfWeek(), 1, Integer::sum);
      sold.merge(day.getDayOfWeek(), sales.contains(day) ? 1 : 0, Integer::sum);
    }
    int selling = 0;
    int missing = 0;
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      DayOfWeek weekday = day.getDayOfWeek();
      if (2 * sold.getOrDefault(weekday, 0) > offered.getOrDefault(weekday, 0)) {
        selling++;
        missing += day.isBefore(firstSale) ? 1 : 0;
      }
    }
    return missing > 0 && missing >= SHARE * selling;
  }
}
