package org.demandwright.core.demand;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The named events that concern a series, known in advance, from before its first period to the end
 * of the horizon. Many series share one calendar; it may be read by several threads.
 */
public final class EventCalendar {
  private static final EventCalendar NONE = new EventCalendar(List.of());

  private final List<EventDays> days;
  private final Map<Bucket, Map<String, Map<Long, Double>>> shares = new EnumMap<>(Bucket.class);

  private EventCalendar(Collection<EventDays> events) {
    days = List.copyOf(new TreeSet<>(events));
    for (Bucket bucket : Bucket.values()) {
      shares.put(bucket, shares(bucket));
    }
  }

  /** Returns the calendar without events. */
  public static EventCalendar none() {
    return NONE;
  }

  /** Returns the calendar of these occasions, in any order; equal ones count once. */
  public static EventCalendar of(Collection<EventDays> events) {
    return events.isEmpty() ? NONE : new EventCalendar(events);
  }

  private Map<String, Map<Long, Double>> shares(Bucket bucket) {
    Map<String, Map<Long, Double>> byName = new HashMap<>();
    for (EventDays event : days) {
      Map<Long, Double> byOrdinal = byName.computeIfAbsent(event.name(), n -> new HashMap<>());
      long to = bucket.ordinalOf(event.last());
      for (long ordinal = bucket.ordinalOf(event.first()); ordinal <= to; ordinal++) {
        double share = share(event, new Period(bucket, ordinal));
        byOrdinal.merge(ordinal, share, (a, b) -> Math.min(1, a + b));
      }
    }
    return byName;
  }

  private static double share(EventDays event, Period period) {
    long first = event.first().toEpochDay();
    long last = event.last().toEpochDay();
    long start = period.start().toEpochDay();
    long end = period.end().toEpochDay();
    long common = Math.min(last + 1, end) - Math.max(first, start);
    return (double) common / Math.min(last + 1 - first, end - start);
  }

  /** Returns all occasions in the order of name and day. */
  public List<EventDays> days() {
    return days;
  }

  /** Returns the names of the events, sorted. */
  public SortedSet<String> names() {
    return new TreeSet<>(shares.get(Bucket.DAY).keySet());
  }

  /**
   * Returns how much of what a period can hold of an event falls into it: days of the event in the
   * period ÷ the smaller one of both lengths. So a holiday of one day counts 1 in its week, and a
   * holiday of seven days counts 3/7 in a week that has three of them.
   */
  public double share(String name, Bucket bucket, long ordinal) {
    Map<Long, Double> byOrdinal = shares.get(bucket).get(name);
    return byOrdinal == null ? 0 : byOrdinal.getOrDefault(ordinal, 0.0);
  }

  /**
   * Returns whether an event falls into different phases of the year, as a spring festival of the
   * moon does with months; what always takes the same month is a part of the season.
   */
  public boolean moves(String name, Bucket bucket) {
    return shares.get(bucket).getOrDefault(name, Map.of()).keySet().stream()
            .map(ordinal -> Math.floorMod(ordinal, (long) bucket.season()))
            .distinct()
            .count()
        > 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventCalendar calendar && calendar.days.equals(days);
  }

  @Override
  public int hashCode() {
    return days.hashCode();
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
