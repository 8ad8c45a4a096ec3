package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The days on which a source booked lines, all items together, in order, each once.
 *
 * @param days without those on which it booked nothing
 */
public record BookingDays(List<Day> days) {

  /**
   * One day with lines.
   *
   * @param lines at least one
   */
  public record Day(LocalDate day, long lines) {
    public Day {
      Objects.requireNonNull(day, "day");
      if (lines < 1) {
        throw new IllegalArgumentException(day + " has " + lines + " lines; leave the day out");
      }
    }
  }

  /**
   * From one booking day to another.
   *
   * @param first the first day
   * @param last the last day, not before the first
   */
  public record Span(LocalDate first, LocalDate last) {
    public Span {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("from " + first + " to " + last + " is backwards");
      }
    }

    /** Returns whether a day lies from the first to the last. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  public BookingDays {
    days = List.copyOf(days);
    for (int i = 1; i < days.size(); i++) {
      if (!days.get(i - 1).day().isBefore(days.get(i).day())) {
        throw new IllegalArgumentException(
            days.get(i).day() + " stands after " + days.get(i - 1).day() + "; sort the days");
      }
    }
  }

  /** Returns the days that lie in a span. */
  public BookingDays within(Span span) {
    return new BookingDays(days.stream().filter(d -> span.holds(d.day())).toList());
  }

  /** Returns the days alone. */
  public List<LocalDate> dates() {
    return days.stream().map(Day::day).toList();
  }
}
