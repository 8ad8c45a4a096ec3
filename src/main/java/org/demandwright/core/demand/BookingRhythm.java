package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out whether a source books the totals of a week, a month or a quarter: on one day of each,
 * always at the same place in it. Periods without a booking are allowed.
 *
 * <p>A place is a weekday of a week; of a month or quarter its first days or last days (as many as
 * a weekend and a holiday shift, when they are working days), a numbered day (29 to 31 fall on the
 * last day of shorter months), or the first or last such weekday. It is found when n days would all
 * lie there by chance in fewer than one case in 200: three days of a month on the 15th, as (1/30)²;
 * four of a week, as (1/7)³.
 */
public final class BookingRhythm {
  private static final double CHANCE = 1.0 / 200;
  private static final int SHIFT = 4;

  private BookingRhythm() {}

  /**
   * Returns the period whose totals the days are.
   *
   * @param days in order, each once
   */
  public static Optional<Bucket> totalsOf(List<LocalDate> days) {
    for (Bucket period : List.of(Bucket.QUARTER, Bucket.MONTH, Bucket.WEEK)) {
      if (oneEach(days, period) && atOnePlace(days, period)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  private static boolean oneEach(List<LocalDate> days, Bucket period) {
    for (int i = 1; i < days.size(); i++) {
      if (period.ordinalOf(days.get(i - 1)) == period.ordinalOf(days.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean atOnePlace(List<LocalDate> days, Bucket period) {
    if (period == Bucket.WEEK) {
      return all(days, 1.0 / 7, d -> d.getDayOfWeek() == days.get(0).getDayOfWeek());
    }
    if (period == Bucket.QUARTER) {
      return days.stream().allMatch(d -> monthOfQuarter(d) == monthOfQuarter(days.get(0)))
          && atOnePlaceOfMonth(days, 1.0 / 91);
    }
    return atOnePlaceOfMonth(days, 1.0 / 30);
  }

  /**
   * Returns whether days lie at one place of their months.
   *
   * @param day the chance to lie on a given day
   */
  private static boolean atOnePlaceOfMonth(List<LocalDate> days, double day) {
    int latest = days.stream().mapToInt(LocalDate::getDayOfMonth).max().orElse(0);
    return all(days, day, d -> d.getDayOfMonth() == Math.min(latest, d.lengthOfMonth()))
        || all(days, SHIFT * day, d -> d.getDayOfMonth() <= SHIFT && working(d))
        || all(days, SHIFT * day, d -> d.getDayOfMonth() > d.lengthOfMonth() - SHIFT && working(d))
        || sameWeekday(days, day);
  }

  private static boolean sameWeekday(List<LocalDate> days, double chance) {
    DayOfWeek weekday = days.isEmpty() ? DayOfWeek.MONDAY : days.get(0).getDayOfWeek();
    return all(days, chance, d -> d.equals(d.with(TemporalAdjusters.firstInMonth(weekday))))
        || all(days, chance, d -> d.equals(d.with(TemporalAdjusters.lastInMonth(weekday))));
  }

  private static boolean all(List<LocalDate> days, double chance, Predicate<LocalDate> there) {
    return Math.pow(chance, days.size() - 1.0) < CHANCE && days.stream().allMatch(there);
  }

  private static int monthOfQuarter(LocalDate day) {
    return (day.getMonthValue() - 1) % 3;
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }
}
