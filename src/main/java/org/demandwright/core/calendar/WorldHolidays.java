package org.demandwright.core.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.demand.EventDays;

/**
 * Public holidays of a country, and of a part of it, as Jollyday knows them.
 *
 * <p>A holiday counts on its own day, not on the Monday on which offices close instead. One that
 * always falls on a {@link Holiday} is left out, since every series has that one already; Labour
 * Day is not, because the weeks do not have it.
 */
final class WorldHolidays implements HolidayCalendar {
  /** Years in which a holiday shows on which days it can fall: every weekday, both leap years. */
  private static final int FIRST_SAMPLE = 2001;

  private static final int LAST_SAMPLE = 2028;

  private final String country;
  private final HolidayManager manager;
  private final String[] part;
  private final Set<String> known = new HashSet<>();

  private WorldHolidays(String country, HolidayManager manager, String... part) {
    this.country = country;
    this.manager = manager;
    this.part = part;
    Map<String, Boolean> alike = new HashMap<>();
    IntStream.rangeClosed(FIRST_SAMPLE, LAST_SAMPLE)
        .boxed()
        .flatMap(this::ofYear)
        .forEach(event -> alike.merge(event.name(), western(event.first()), Boolean::logicalAnd));
    alike.forEach(
        (name, always) -> {
          if (always) {
            known.add(name);
          }
        });
  }

  static WorldHolidays of(String region) {
    String[] codes = region.split("-", 2);
    Set<String> countries = new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
    if (!countries.contains(codes[0])) {
      throw new IllegalArgumentException(
          "no holidays are known for " + region + "; known are " + CHINA + " and " + countries);
    }
    HolidayManager manager =
        HolidayManager.getInstance(ManagerParameters.create(codes[0].toLowerCase(Locale.ROOT)));
    if (codes.length == 1) {
      return new WorldHolidays(codes[0], manager);
    }
    String part = codes[1].toLowerCase(Locale.ROOT);
    Set<String> parts = new TreeSet<>(manager.getCalendarHierarchy().getChildren().keySet());
    if (!parts.contains(part)) {
      throw new IllegalArgumentException(
          "no holidays are known for " + region + "; the parts of " + codes[0] + " are " + parts);
    }
    return new WorldHolidays(codes[0], manager, part);
  }

  private Stream<EventDays> ofYear(int year) {
    return manager.getHolidays(Year.of(year), part).stream()
        .map(holiday -> EventDays.of(name(holiday.getPropertiesKey()), holiday.getActualDate()));
  }

  private String name(String key) {
    return country + " " + key.substring(key.lastIndexOf('.') + 1);
  }

  private static boolean western(LocalDate day) {
    return EnumSet.complementOf(EnumSet.of(Holiday.LABOUR_DAY)).stream()
        .anyMatch(holiday -> holiday.in(day.getYear()).equals(day));
  }

  @Override
  public List<EventDays> between(LocalDate first, LocalDate last) {
    return IntStream.rangeClosed(first.getYear(), last.getYear())
        .boxed()
        .flatMap(this::ofYear)
        .filter(event -> !known.contains(event.name()))
        .filter(event -> !event.first().isBefore(first) && !event.first().isAfter(last))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return country + Arrays.toString(part);
  }
}
