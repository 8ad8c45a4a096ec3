package org.demandwright.core.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.demandwright.core.demand.EventDays;

/**
 * The holidays of one region, in addition to the {@link Holiday days of the West} that need no
 * region.
 *
 * <p>Names begin with the country, {@code DE CORPUS_CHRISTI}: what a day of the same name does to
 * demand elsewhere is learned apart.
 */
public interface HolidayCalendar {
  /** The Chinese table's region. */
  String CHINA = "CN";

  /**
   * Returns the occasions that touch the days from {@code first} to {@code last}, both included, in
   * the order of name and day.
   *
   * @throws IllegalArgumentException if the calendar is not known until {@code last}
   */
  List<EventDays> between(LocalDate first, LocalDate last);

  /**
   * Returns the calendar of a region.
   *
   * @param region a country of ISO 3166-1, such as {@code FR}, with a subdivision where holidays
   *     differ within it, such as {@code DE-BY}; empty for none
   * @throws IllegalArgumentException if no calendar is known for it; the message names those there
   *     are
   */
  static HolidayCalendar of(String region) {
    String code = region.strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return (first, last) -> List.of();
    }
    if (!Pattern.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?", code)) {
      throw new IllegalArgumentException(
          "\"" + region + "\" is no region; write a country such as FR, or DE-BY with its part");
    }
    return code.equals(CHINA) ? ChineseHolidays.table() : WorldHolidays.of(code);
  }
}
