package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.BookingDays.Span;

/**
 * On which days the lines of a source can have been ordered and can be wanted: ordered up to today,
 * and where the source books at all; wanted at most two years from today.
 *
 * @param today the day that it is at the sites
 * @param body from when to when the source books; empty until all its rows are read
 */
public record PlausibleDates(LocalDate today, Optional<Span> body) {
  private static final int MOST_YEARS_AHEAD = 2;

  public PlausibleDates {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(body, "body");
  }

  /** Returns what is wrong with the dates of a row that has a demand date, in words. */
  public Optional<String> objection(BookedRow row) {
    return objection(row.orderDate(), row.bookedOn());
  }

  /**
   * Returns what is wrong with the dates of a line, and what to do.
   *
   * @param ordered null where it is not known
   */
  public Optional<String> objection(LocalDate ordered, LocalDate wanted) {
    if (ordered != null && ordered.isAfter(today)) {
      return Optional.of(
          "the order date %s is after today, %s; correct it where it was entered"
              .formatted(ordered, today));
    }
    if (wanted.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
      return Optional.of(
          "the demand date %s is more than %d years after today, %s; correct it where it was entered"
              .formatted(wanted, MOST_YEARS_AHEAD, today));
    }
    LocalDate day = ordered == null ? wanted : ordered;
    return body.filter(b -> !day.isAfter(today) && !b.holds(day)).map(b -> cutOff(day, b));
  }

  private static String cutOff(LocalDate day, Span body) {
    return ("the order date %s is cut off by a silence that is improbable for this source, which"
            + " books from %s to %s; correct it where it was entered, or leave it: it counts as"
            + " soon as the source goes on there")
        .formatted(day, body.first(), body.last());
  }
}
