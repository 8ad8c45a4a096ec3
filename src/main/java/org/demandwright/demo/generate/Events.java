package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days on which people buy otherwise: Spring Festival (its dates are the real ones, and the public
 * holidays those of the State Council's notices), 6.18 and 11.11.
 *
 * <p>The factor of a day multiplies the demand of a category with event power 1; another power is
 * its exponent. Before Spring Festival people stock up, during it shops rest, and after 11.11
 * demand sags.
 */
public final class Events {
  /** One day of the calendar as the ERP keeps it. */
  public record Entry(LocalDate day, String name, String kind) {}

  /** First day of the public holiday and its length in days, by the day of the lunar new year. */
  private record Holiday(LocalDate newYear, LocalDate from, int days) {}

  private static final List<Holiday> SPRING_FESTIVALS =
      List.of(
          new Holiday(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 1, 31), 7),
          new Holiday(LocalDate.of(2023, 1, 22), LocalDate.of(2023, 1, 21), 7),
          new Holiday(LocalDate.of(2024, 2, 10), LocalDate.of(2024, 2, 10), 8),
          new Holiday(LocalDate.of(2025, 1, 29), LocalDate.of(2025, 1, 28), 8),
          new Holiday(LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 15), 9));

  private static final Map<String, Double> TRUTH =
      new TreeMap<>(
          Map.of(
              "BEFORE_SPRING_FESTIVAL", 1.5,
              "SPRING_FESTIVAL", 0.35,
              "618", 2.2,
              "BEFORE_618", 1.2,
              "1111", 3.2,
              "BEFORE_1111", 1.25,
              "AFTER_1111", 0.75));

  private Events() {}

  /** Returns the true factors by name, at event power 1. */
  public static Map<String, Double> truth() {
    return TRUTH;
  }

  /** Returns the factor of the day at event power 1. */
  static double factor(LocalDate day) {
    String phase = phase(day);
    return phase.isEmpty() ? 1 : TRUTH.get(phase);
  }

  private static String phase(LocalDate day) {
    for (Holiday holiday : SPRING_FESTIVALS) {
      long since = ChronoUnit.DAYS.between(holiday.from(), day);
      if (since >= 0 && since < holiday.days()) {
        return "SPRING_FESTIVAL";
      }
      if (since < 0 && since >= -14) {
        return "BEFORE_SPRING_FESTIVAL";
      }
    }
    int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
    return monthDay == 618
        ? "618"
        : monthDay >= 611 && monthDay < 618
            ? "BEFORE_618"
            : monthDay == 1111
                ? "1111"
                : monthDay >= 1101 && monthDay < 1111
                    ? "BEFORE_1111"
                    : monthDay > 1111 && monthDay <= 1118 ? "AFTER_1111" : "";
  }

  /** Returns the calendar from {@code first} to {@code last}, both included. */
  public static List<Entry> calendar(LocalDate first, LocalDate last) {
    List<Entry> entries = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      String phase = phase(day);
      if (phase.equals("SPRING_FESTIVAL")) {
        entries.add(new Entry(day, "SPRING_FESTIVAL", "HOLIDAY"));
      } else if (phase.equals("618") || phase.equals("1111")) {
        entries.add(new Entry(day, phase, "SHOPPING"));
      }
    }
    return entries;
  }
}
