package org.demandwright.file.tabular;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of day behind a date, and how far from UTC it is where it says so.
 *
 * @param offset that of {@code Z}, {@code UTC} or {@code +02:00}
 */
record ClockText(LocalTime time, Optional<ZoneOffset> offset) {
  private static final Pattern START = Pattern.compile("(?:[Tt]|[ ,]+)\\d{1,2}:\\d{2}");
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?"
              + " ?([Zz]|UTC|GMT|(?:UTC|GMT)?[+\u2212-]\\d{2}(?::?\\d{2})?)?(?: ?[\\[(][^\\])]*[\\])])?");

  /** Returns where the time of day begins in a text, -1 where there is none. */
  static int start(String text) {
    Matcher matcher = START.matcher(text);
    if (!matcher.find()) {
      return -1;
    }
    int at = matcher.start();
    while (!Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Returns what stands before the time of day that begins there. */
  static String before(String text, int start) {
    int end = start;
    while (end > 0 && " ,Tt".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Returns the time of day in a text, empty where it is written in no known way. */
  static Optional<ClockText> of(String text) {
    Matcher clock = FORM.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(clock.group(1));
    if (clock.group(5) != null) {
      hour = hour % 12 + (clock.group(5).equalsIgnoreCase("p") ? 12 : 0);
    }
    int minute = Integer.parseInt(clock.group(2));
    int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.of(hour, minute, second, nanos(clock.group(4)));
    return Optional.of(
        new ClockText(time, Optional.ofNullable(clock.group(6)).map(ClockText::offset)));
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(String text) {
    String bare = text.toUpperCase(Locale.ROOT).replace('\u2212', '-').replaceAll("^(UTC|GMT)", "");
    return bare.isEmpty() || bare.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(bare);
  }

  /** Returns this time of a day; with an offset, as the clocks of a zone show it then. */
  LocalDateTime on(LocalDate day, ZoneId zone) {
    LocalDateTime local = day.atTime(time);
    return offset
        .map(o -> local.atOffset(o).atZoneSameInstant(zone).toLocalDateTime())
        .orElse(local);
  }
}
