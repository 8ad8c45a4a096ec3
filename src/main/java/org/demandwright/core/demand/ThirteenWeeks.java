package org.demandwright.core.demand;

import java.time.LocalDate;

/**
 * Thirteen ISO weeks: the stretches of time by which sums of sales lines are kept. No week lies in
 * two of them.
 *
 * @param number counted from the stretch that holds 1970-01-01, which is 0
 */
public record ThirteenWeeks(int number) implements Comparable<ThirteenWeeks> {
  private static final int DAYS = 91;

  /** 1970-01-01 was a Thursday. */
  private static final int SINCE_MONDAY = 3;

  public static ThirteenWeeks of(LocalDate day) {
    return new ThirteenWeeks(
        Math.toIntExact(Math.floorDiv(day.toEpochDay() + SINCE_MONDAY, (long) DAYS)));
  }

  /** Returns its first day, a Monday. */
  public LocalDate first() {
    return LocalDate.ofEpochDay((long) number * DAYS - SINCE_MONDAY);
  }

  /** Returns its last day, a Sunday. */
  public LocalDate last() {
    return first().plusDays(DAYS - 1L);
  }

  @Override
  public int compareTo(ThirteenWeeks other) {
    return Integer.compare(number, other.number);
  }
}
