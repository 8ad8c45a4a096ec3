package org.demandwright.erp.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.DateForm;

/** Reads days and times as people write them. A year of two digits is one from 1970 to 2069. */
final class DateText {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})[./\\-年](\\d{1,2})[./\\-月](\\d{1,4})日?"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)? ?([AaPp][Mm])?Z?)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private DateText() {}

  /** Returns the time in a text, midnight for a day; empty where the text is none in this form. */
  static Optional<LocalDateTime> parse(String text, DateForm form) {
    String stripped = text.strip();
    Matcher compact = COMPACT.matcher(stripped);
    try {
      if (form == DateForm.YMD && compact.matches()) {
        return Optional.of(
            LocalDate.of(part(compact, 1), part(compact, 2), part(compact, 3)).atStartOfDay());
      }
      Matcher date = DATE.matcher(stripped);
      return date.matches() ? day(date, form).map(day -> day.atTime(time(date))) : Optional.empty();
    } catch (DateTimeException e) {
      // A 30 February, an hour 25.
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Matcher date, DateForm form) {
    boolean yearFirst = date.group(1).length() == 4;
    boolean yearLast = date.group(3).length() == 4 || date.group(3).length() == 2;
    int a = part(date, 1);
    int b = part(date, 2);
    int c = part(date, 3);
    return switch (form) {
      case YMD -> yearFirst && c <= 31 ? Optional.of(LocalDate.of(a, b, c)) : Optional.empty();
      case DMY -> twoDigits(date) && yearLast ? Optional.of(of(c, b, a)) : Optional.empty();
      case MDY -> twoDigits(date) && yearLast ? Optional.of(of(c, a, b)) : Optional.empty();
    };
  }

  private static boolean twoDigits(Matcher date) {
    return date.group(1).length() <= 2;
  }

  private static LocalDate of(int year, int month, int day) {
    int full = year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    return LocalDate.of(full, month, day);
  }

  private static LocalTime time(Matcher date) {
    if (date.group(4) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = part(date, 4);
    if (date.group(8) != null) {
      boolean afternoon = date.group(8).equalsIgnoreCase("pm");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int second = date.group(6) == null ? 0 : part(date, 6);
    String fraction = date.group(7) == null ? "" : date.group(7);
    return LocalTime.of(hour, part(date, 5), second, nanos(fraction));
  }

  private static int nanos(String fraction) {
    return fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int part(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
