package org.demandwright.core.calendar;

import java.time.LocalDate;

/** The date of Western Easter. */
public final class Easter {
  private Easter() {}

  /**
   * Returns Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm that
   * Meeus (1991), Astronomical Algorithms, gives on page 67. Easter Sunday of 2024 is 31 March.
   */
  public static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int moon = (8 * century + 13) / 25;
    int epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int month = (epact + weekday - 7 * late + 114) / 31;
    int day = (epact + weekday - 7 * late + 114) % 31 + 1;
    return LocalDate.of(year, month, day);
  }
}
