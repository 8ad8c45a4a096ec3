package org.demandwright.app.run;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window in local time within which no run is started: days of the calendar, such as {@code
 * 2026-12-24/2026-12-26}, or hours of days of the week, such as {@code MON-FRI 08:00-18:00}, {@code
 * SAT,SUN 00:00-24:00} or, every day, {@code 22:00-04:00}. Hours that end before they begin go on
 * into the next day and belong to the one on which they begin. The beginning is within, the end is
 * not.
 */
sealed interface Blackout {
  /** How one is written. */
  String FORM =
      "such as 2026-12-24/2026-12-26 or MON-FRI 08:00-18:00, several separated by semicolons";

  /** Returns when the window ends that the time lies in; empty where it lies in none. */
  Optional<LocalDateTime> end(LocalDateTime time);

  /** Whole days, both included. */
  record Dated(LocalDate first, LocalDate last) implements Blackout {
    public Dated {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(last + " lies before " + first);
      }
    }

    @Override
    public Optional<LocalDateTime> end(LocalDateTime time) {
      LocalDate day = time.toLocalDate();
      return day.isBefore(first) || day.isAfter(last)
          ? Optional.empty()
          : Optional.of(last.plusDays(1).atStartOfDay());
    }

    @Override
    public String toString() {
      return first + "/" + last;
    }
  }

  /**
   * Hours of days of the week.
   *
   * @param minutes how long it lasts
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, int minutes) implements Blackout {
    private static final Pattern FORM =
        Pattern.compile("(?:([A-Z,-]+) )?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final int DAY = 24 * 60;

    public Weekly {
      days = Set.copyOf(days);
    }

    static Weekly of(String text) {
      Matcher m = FORM.matcher(text.toUpperCase(Locale.ROOT));
      if (!m.matches()) {
        throw new IllegalArgumentException(text);
      }
      LocalTime from = LocalTime.parse(m.group(2));
      int to = "24:00".equals(m.group(3)) ? DAY : minute(LocalTime.parse(m.group(3)));
      int lasts = to - minute(from);
      return new Weekly(
          m.group(1) == null ? EnumSet.allOf(DayOfWeek.class) : days(m.group(1)),
          from,
          lasts > 0 ? lasts : lasts + DAY);
    }

    @Override
    public Optional<LocalDateTime> end(LocalDateTime time) {
      return List.of(time.toLocalDate(), time.toLocalDate().minusDays(1)).stream()
          .filter(day -> days.contains(day.getDayOfWeek()))
          .map(day -> day.atTime(from))
          .filter(begin -> !time.isBefore(begin) && time.isBefore(begin.plusMinutes(minutes)))
          .map(begin -> begin.plusMinutes(minutes))
          .findFirst();
    }

    @Override
    public String toString() {
      int to = minute(from) + minutes;
      String end = to == DAY ? "24:00" : LocalTime.MIN.plusMinutes(to).toString();
      String names =
          days.size() == DayOfWeek.values().length
              ? ""
              : String.join(",", days.stream().sorted().map(Weekly::name).toList()) + " ";
      return names + from + "-" + end;
    }

    private static int minute(LocalTime time) {
      return time.getHour() * 60 + time.getMinute();
    }

    private static String name(DayOfWeek day) {
      return day.name().substring(0, 3);
    }

    private static Set<DayOfWeek> days(String text) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (String part : text.split(",")) {
        String[] ends = part.split("-", 2);
        DayOfWeek last = day(ends[ends.length - 1]);
        DayOfWeek day = day(ends[0]);
        days.add(day);
        while (day != last) {
          day = day.plus(1);
          days.add(day);
        }
      }
      return days;
    }

    private static DayOfWeek day(String name) {
      return Arrays.stream(DayOfWeek.values())
          .filter(day -> name(day).equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is no day of the week"));
    }
  }

  /**
   * Reads windows.
   *
   * @throws IllegalArgumentException if one is not written as it should be
   */
  static List<Blackout> parse(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(window -> !window.isEmpty())
        .map(Blackout::one)
        .toList();
  }

  private static Blackout one(String window) {
    try {
      String[] days = window.split("/", 2);
      return days.length == 2
          ? new Dated(LocalDate.parse(days[0]), LocalDate.parse(days[1]))
          : Weekly.of(window);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + window + "' must be " + FORM, e);
    }
  }
}
