package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * One occasion of a named event, such as a holiday or a shop's anniversary.
 *
 * @param name what happens; occasions of the same name are expected to do the same to demand
 * @param first its first day
 * @param last its last day, not before the first
 */
public record EventDays(String name, LocalDate first, LocalDate last)
    implements Comparable<EventDays> {
  private static final Comparator<EventDays> ORDER =
      Comparator.comparing(EventDays::name)
          .thenComparing(EventDays::first)
          .thenComparing(EventDays::last);

  public EventDays {
    Objects.requireNonNull(first, "first");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an event on " + first + " has no name");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the name of the event on " + first + " has a line break or another control character");
    }
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(name + " ends on " + last + " before it begins: " + first);
    }
  }

  /** Returns an event of one day. */
  public static EventDays of(String name, LocalDate day) {
    return new EventDays(name, day, day);
  }

  @Override
  public int compareTo(EventDays other) {
    return ORDER.compare(this, other);
  }
}
