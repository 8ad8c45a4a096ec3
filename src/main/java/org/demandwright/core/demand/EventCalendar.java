package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The named events that concern a series, known in advance, from before its first period to the end
 * of the horizon. Many series share one calendar; it may be read by several threads.
 */
public final class EventCalendar {
  private static final EventCalendar NONE = new EventCalendar(List.of());

  private final List<EventDays> days;
  private final int hash;
  private final Map<Bucket, Map<String, Shares>> shares = new EnumMap<>(Bucket.class);

  private EventCalendar(Collection<EventDays> events) {
    days = List.copyOf(new TreeSet<>(events));
    hash = days.hashCode();
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

  private Map<String, Shares> shares(Bucket bucket) {
    Map<String, List<EventDays>> byName =
        days.stream().collect(Collectors.groupingBy(EventDays::name));
    Map<String, Shares> shares = new HashMap<>();
    byName.forEach((name, occasions) -> shares.put(name, shares(bucket, occasions)));
    return shares;
  }

  private static Shares shares(Bucket bucket, List<EventDays> occasions) {
    long first = occasions.stream().mapToLong(e -> bucket.ordinalOf(e.first())).min().orElseThrow();
    long last = occasions.stream().mapToLong(e -> bucket.ordinalOf(e.last())).max().orElseThrow();
    double[] share = new double[Math.toIntExact(last - first + 1)];
    for (EventDays event : occasions) {
      long to = bucket.ordinalOf(event.last());
      for (long ordinal = bucket.ordinalOf(event.first()); ordinal <= to; ordinal++) {
        int i = (int) (ordinal - first);
        share[i] = Math.min(1, share[i] + share(event, new Period(bucket, ordinal)));
      }
    }
    return new Shares(first, share);
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

  /** Returns whether an occasion falls on any day from one to another, both included. */
  public boolean touches(LocalDate first, LocalDate last) {
    return days.stream().anyMatch(e -> !e.first().isAfter(last) && !e.last().isBefore(first));
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
    Shares known = shares.get(bucket).get(name);
    return known == null ? 0 : known.at(ordinal);
  }

  /**
   * Returns whether an event falls into different phases of the year, as a spring festival of the
   * moon does with months; what always takes the same month is a part of the season.
   */
  public boolean moves(String name, Bucket bucket) {
    Shares known = shares.get(bucket).get(name);
    return known != null && known.phases(bucket.season()) > 1;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof EventCalendar calendar && calendar.days.equals(days);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return names().toString();
  }

  /** The share of each period from the first with the event to the last, an array for speed. */
  private record Shares(long first, double[] share) {

    double at(long ordinal) {
      long i = ordinal - first;
      return i < 0 || i >= share.length ? 0 : share[(int) i];
    }

    long phases(int season) {
      return IntStream.range(0, share.length)
          .filter(i -> share[i] > 0)
          .mapToLong(i -> Math.floorMod(first + i, (long) season))
          .distinct()
          .count();
    }
  }
}
