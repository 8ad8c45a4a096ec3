package org.demandwright.app.run;

import com.cronutils.model.time.ExecutionTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.app.settings.ScheduleSettings;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Missed;

/**
 * When a schedule fires. Its expression names times on the wall clock of its zone: one that the
 * clock leaves out in spring is the time that it shows instead (02:30 becomes 03:30), one that it
 * shows twice in autumn is the first. A time within a blackout is left out, or put off to the end
 * of the blackout where what was missed is made up for.
 */
record FiringTimes(ExecutionTime times, ZoneId zone, List<Blackout> blackouts, Missed missed) {
  /** Times that lie in blackouts one after the other: then none is to come. */
  private static final int MOST_TRIED = 10_000;

  /**
   * Returns the times of a schedule.
   *
   * @throws IllegalArgumentException if the expression or a blackout is not written as it should be
   * @throws java.time.DateTimeException if there is no such zone
   */
  static FiringTimes of(ScheduleStore.Terms terms) {
    return new FiringTimes(
        ScheduleSettings.times(terms.cron()),
        ZoneId.of(terms.zone()),
        Blackout.parse(terms.blackouts()),
        terms.missed());
  }

  /** Returns the first time after an instant; empty where none is to come. */
  Optional<Instant> next(Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone);
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      Optional<LocalDateTime> named = named(local);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      Optional<Instant> start =
          blackoutEnd(named.get()).isEmpty() || missed == Missed.RUN_ONCE
              ? Optional.of(instant(open(named.get())))
              : Optional.empty();
      if (start.filter(after::isBefore).isPresent()) {
        return start;
      }
      // no time before the end of a blackout is looked at
      local = blackoutEnd(named.get()).map(end -> end.minusNanos(1)).orElse(named.get());
    }
    return Optional.empty();
  }

  /** Returns the next so many times. */
  List<Instant> next(Instant after, int count) {
    return Stream.iterate(next(after), Optional::isPresent, last -> last.flatMap(this::next))
        .map(Optional::orElseThrow)
        .limit(count)
        .toList();
  }

  /** Returns whether no run may be started now. */
  boolean closed(Instant now) {
    return blackoutEnd(LocalDateTime.ofInstant(now, zone)).isPresent();
  }

  /** Returns the first instant from now on at which a run may be started. */
  Instant opens(Instant now) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    return blackoutEnd(local).isEmpty() ? now : instant(open(local));
  }

  private Optional<LocalDateTime> named(LocalDateTime after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  /** Returns a time, or the end of the blackouts that it lies in, one after the other. */
  private LocalDateTime open(LocalDateTime time) {
    LocalDateTime open = time;
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      Optional<LocalDateTime> end = blackoutEnd(open);
      if (end.isEmpty()) {
        return open;
      }
      open = end.get();
    }
    throw new IllegalArgumentException("the blackouts leave no time");
  }

  private Optional<LocalDateTime> blackoutEnd(LocalDateTime time) {
    return blackouts.stream()
        .map(window -> window.end(time))
        .flatMap(Optional::stream)
        .max(LocalDateTime::compareTo);
  }

  private Instant instant(LocalDateTime local) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }
}
