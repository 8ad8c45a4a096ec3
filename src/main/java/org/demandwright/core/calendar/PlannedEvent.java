package org.demandwright.core.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.demand.EventDays;

/**
 * An event that somebody planned, once or every year.
 *
 * @param days its days; of a yearly event those of one year, before and after which it happens too
 * @param yearly whether it happens in every year on the same dates; 29 February becomes the 28th
 */
public record PlannedEvent(EventDays days, boolean yearly) {
  private static final int MOST_DAYS = 366;

  public PlannedEvent {
    long length = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    if (length > MOST_DAYS) {
      throw new IllegalArgumentException(
          "%s lasts %d days; an event that can be told from ordinary days lasts at most %d"
              .formatted(days.name(), length, MOST_DAYS));
    }
  }

  /**
   * Returns the occasions that touch the days from {@code first} to {@code last}, both included.
   */
  public List<EventDays> between(LocalDate first, LocalDate last) {
    return occasions(first, last)
        .filter(event -> !event.last().isBefore(first) && !event.first().isAfter(last))
        .toList();
  }

  private Stream<EventDays> occasions(LocalDate first, LocalDate last) {
    if (!yearly) {
      return Stream.of(days);
    }
    int year = days.first().getYear();
    return IntStream.rangeClosed(first.getYear() - 1, last.getYear())
        .mapToObj(
            y ->
                new EventDays(
                    days.name(),
                    days.first().plusYears(y - year),
                    days.last().plusYears(y - year)));
  }
}
