package org.demandwright.core.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where the data of a source end, found in the data alone.
 *
 * <p>The first day that is not known is the day after the body's last booking day. Closed weekdays
 * that follow belong to what is known where they end a week or a month: bookings up to a Friday of
 * a source that never books on weekends tell its whole week. Where a source books the totals of a
 * period, it is the day after the last such period, on whichever of its days the total is dated.
 *
 * @param body from the first to the last booking day that counts
 * @param asOf the first day that is not known
 * @param totalsOf the period whose totals the bookings are; empty where they are single orders
 */
public record DataEdge(BookingDays.Span body, LocalDate asOf, Optional<Bucket> totalsOf) {
  public DataEdge {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(totalsOf, "totalsOf");
    if (!asOf.isAfter(body.last())) {
      throw new IllegalArgumentException(asOf + " is known: " + body.last() + " is a booking day");
    }
  }

  /**
   * Finds the edge; empty without a booking.
   *
   * @param ordered days on which orders were booked
   * @param wanted days for which the lines of these orders are wanted: totals of a period are
   *     totals only if they are wanted at one place of it, too
   */
  public static Optional<DataEdge> of(BookingDays ordered, BookingDays wanted) {
    return BookingBody.of(ordered).map(body -> of(body, ordered.within(body), wanted));
  }

  private static DataEdge of(BookingDays.Span body, BookingDays ordered, BookingDays wanted) {
    Optional<Bucket> totalsOf =
        BookingRhythm.totalsOf(ordered.dates())
            .filter(
                p -> BookingRhythm.totalsOf(wanted.within(body).dates()).equals(Optional.of(p)));
    LocalDate asOf =
        totalsOf
            .map(period -> Period.of(period, body.last()).end())
            .orElseGet(() -> afterClosedDays(body.last(), ClosedWeekdays.of(ordered.dates())));
    return new DataEdge(body, asOf, totalsOf);
  }

  /**
   * Returns the day after the last one, or a later one that begins a week or month where only
   * closed days lie between.
   */
  private static LocalDate afterClosedDays(LocalDate last, Set<DayOfWeek> closed) {
    LocalDate asOf = last.plusDays(1);
    LocalDate day = asOf;
    while (closed.contains(day.getDayOfWeek())) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfMonth() == 1) {
        asOf = day;
      }
    }
    return asOf;
  }
}
