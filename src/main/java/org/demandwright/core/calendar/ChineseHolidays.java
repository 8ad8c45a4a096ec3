package org.demandwright.core.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.demand.EventDays;

/**
 * Chinese holidays with their make-up workdays, and shopping festivals, from the table {@code
 * china.csv} beside this class, whose head says where each year comes from.
 *
 * @param occasions in the order of name and day
 */
record ChineseHolidays(List<EventDays> occasions) implements HolidayCalendar {
  private static final String TABLE = "china.csv";

  ChineseHolidays {
    occasions = occasions.stream().sorted().toList();
  }

  /** Reads the table. */
  static ChineseHolidays table() {
    try (InputStream in = ChineseHolidays.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, TABLE), UTF_8))) {
      return new ChineseHolidays(
          lines.lines().filter(line -> !line.startsWith("#")).map(ChineseHolidays::row).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventDays row(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 3) {
      throw new IllegalArgumentException(
          TABLE + ": \"" + line + "\" is not first day,last day,name");
    }
    return new EventDays(
        CHINA + " " + cells[2], LocalDate.parse(cells[0]), LocalDate.parse(cells[1]));
  }

  @Override
  public List<EventDays> between(LocalDate first, LocalDate last) {
    int end = occasions.stream().mapToInt(event -> event.last().getYear()).max().orElseThrow();
    if (last.getYear() > end) {
      throw new IllegalArgumentException(
          "the table of Chinese holidays ends with %d, but days until %s are asked for; install a newer version, or choose another region and enter the holidays as events"
              .formatted(end, last));
    }
    return occasions.stream()
        .filter(event -> !event.last().isBefore(first) && !event.first().isAfter(last))
        .toList();
  }
}
