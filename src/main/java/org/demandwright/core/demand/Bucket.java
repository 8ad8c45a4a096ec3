package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The width of one period of a series, aligned to the calendar.
 *
 * <p>A period is counted by its ordinal: days and ISO weeks since 1970 (week 0 begins on Monday,
 * 1969-12-29), months and quarters since January 1970.
 */
public enum Bucket {
  /** One day; the season is the week. */
  DAY(7, 28),
  /** One ISO week, Monday to Sunday; the season is the year. */
  WEEK(52, 13),
  /** One calendar month; the season is the year. */
  MONTH(12, 6),
  /** One calendar quarter; the season is the year. */
  QUARTER(4, 4);

  private static final LocalDate WEEK_ZERO = LocalDate.of(1969, 12, 29);

  private final int season;
  private final int defaultHorizon;

  Bucket(int season, int defaultHorizon) {
    this.season = season;
    this.defaultHorizon = defaultHorizon;
  }

  /** Returns the number of periods of one season (m in the formulas). */
  public int season() {
    return season;
  }

  /** Returns the number of periods that are forecast unless told otherwise. */
  public int defaultHorizon() {
    return defaultHorizon;
  }

  /** Returns the number of periods in a year; of days and weeks the whole ones. */
  public int year() {
    return switch (this) {
      case DAY -> 365;
      case WEEK -> 52;
      case MONTH -> 12;
      case QUARTER -> 4;
    };
  }

  /** Returns the ordinal of the period that holds {@code day}. */
  public long ordinalOf(LocalDate day) {
    return switch (this) {
      case DAY -> day.toEpochDay();
      case WEEK ->
          ChronoUnit.WEEKS.between(
              WEEK_ZERO, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> monthsSince1970(day);
      case QUARTER -> Math.floorDiv(monthsSince1970(day), 3L);
    };
  }

  /** Returns the first day of the period with this ordinal. */
  public LocalDate startOf(long ordinal) {
    return switch (this) {
      case DAY -> LocalDate.ofEpochDay(ordinal);
      case WEEK -> WEEK_ZERO.plusWeeks(ordinal);
      case MONTH -> LocalDate.EPOCH.plusMonths(ordinal);
      case QUARTER -> LocalDate.EPOCH.plusMonths(3 * ordinal);
    };
  }

  private static long monthsSince1970(LocalDate day) {
    return (day.getYear() - 1970L) * 12 + day.getMonthValue() - 1;
  }
}
