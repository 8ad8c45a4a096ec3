package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
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
  public Optional<Words> objection(BookedRow row) {
    return objection(row.orderDate(), row.bookedOn());
  }

  /**
   * Returns what is wrong with the dates of a line, and what to do.
   *
   * @param ordered null where it is not known
   */
  public Optional<Words> objection(LocalDate ordered, LocalDate wanted) {
    if (ordered != null && ordered.isAfter(today)) {
      return Optional.of(
          Objection.of("intake.date-to-come", "intake.correct-entry", ordered, today));
    }
    if (wanted.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
      return Optional.of(
          Objection.of(
              "intake.date-too-far", "intake.correct-entry", wanted, MOST_YEARS_AHEAD, today));
    }
    LocalDate day = ordered == null ? wanted : ordered;
    return body.filter(b -> !day.isAfter(today) && !b.holds(day)).map(b -> cutOff(day, b));
  }

  private static Words cutOff(LocalDate day, Span body) {
    return Objection.of(
        "intake.date-cut-off", "intake.correct-or-leave", day, body.first(), body.last());
  }
}
