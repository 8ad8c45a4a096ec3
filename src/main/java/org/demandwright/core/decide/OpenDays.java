package org.demandwright.core.decide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days on which something is done: a vendor works, takes orders or delivers, a site receives.
 *
 * <p>Worked: with Monday to Friday open and nothing closed, from Friday to Monday is one day, and
 * the first day after a Friday is the Monday.
 *
 * @param weekdays on which it is done, at least one
 * @param closed days on which it is not, whatever weekday they are; kept in order, each once
 */
public record OpenDays(Set<DayOfWeek> weekdays, List<LocalDate> closed) {
  private static final int WEEK = 7;

  /** Every day: what counts where nothing is known, so that working days are calendar days. */
  public static final OpenDays ALL = new OpenDays(EnumSet.allOf(DayOfWeek.class), List.of());

  public OpenDays {
    Set<DayOfWeek> open = Set.copyOf(weekdays);
    if (open.isEmpty()) {
      throw new IllegalArgumentException("no weekday is open; leave the weekdays out for all");
    }
    weekdays = open;
    closed =
        closed.stream().filter(d -> open.contains(d.getDayOfWeek())).distinct().sorted().toList();
  }

  /** Returns the days of these weekdays without closed ones. */
  public static OpenDays of(Collection<DayOfWeek> weekdays) {
    return new OpenDays(EnumSet.copyOf(weekdays), List.of());
  }

  /** Returns the days that are open here and there; throws where no weekday is. */
  public OpenDays and(OpenDays other) {
    if (equals(ALL) || equals(other)) {
      return other;
    }
    if (other.equals(ALL)) {
      return this;
    }
    return new OpenDays(
        EnumSet.copyOf(common(weekdays, other.weekdays)),
        Stream.concat(closed.stream(), other.closed.stream()).toList());
  }

  private static Set<DayOfWeek> common(Set<DayOfWeek> one, Set<DayOfWeek> other) {
    Set<DayOfWeek> both = EnumSet.copyOf(one);
    both.retainAll(other);
    if (both.isEmpty()) {
      throw new IllegalArgumentException(
          "%s and %s have no weekday in common; mend the calendar of one".formatted(one, other));
    }
    return both;
  }

  /** Returns whether the day is open. */
  public boolean contains(LocalDate day) {
    return weekdays.contains(day.getDayOfWeek())
        && (closed.isEmpty() || Collections.binarySearch(closed, day) < 0);
  }

  /** Returns the day itself or the first open one after it. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate open = Objects.requireNonNull(day, "day");
    while (!contains(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  /** Returns the day itself or the last open one before it. */
  public LocalDate onOrBefore(LocalDate day) {
    LocalDate open = Objects.requireNonNull(day, "day");
    while (!contains(open)) {
      open = open.minusDays(1);
    }
    return open;
  }

  /**
   * Returns how many open days lie after one day and up to another, that day included; 0 where it
   * is not later.
   */
  public int between(LocalDate after, LocalDate upTo) {
    int days = (int) ChronoUnit.DAYS.between(after, upTo);
    if (days <= 0) {
      return 0;
    }
    int open = days / WEEK * weekdays.size();
    for (int i = 0; i < days % WEEK; i++) {
      open += weekdays.contains(upTo.minusDays(i).getDayOfWeek()) ? 1 : 0;
    }
    return open - (closedUpTo(upTo) - closedUpTo(after));
  }

  private int closedUpTo(LocalDate day) {
    int at = Collections.binarySearch(closed, day);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Returns the n-th open day after this one; 0 = the day itself, open or not. */
  public LocalDate plus(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      left -= contains(at) ? 1 : 0;
    }
    return at;
  }
}
