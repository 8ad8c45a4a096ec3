package org.demandwright.app.intake;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.SalesSource;
import org.demandwright.erp.Watermark;

/**
 * Counts and sums of a source's side. Half of the lines are asked for on a thread and a connection
 * of their own, beside the other half: most databases add up on one processor.
 */
final class SourceSums {
  private static final Duration TICK = Duration.ofNanos(1_000);

  private final SalesSource lines;
  private final Executor threads;

  SourceSums(SalesSource lines, Executor threads) {
    this.lines = lines;
    this.threads = threads;
  }

  /**
   * Returns the sums of all lines up to a change stamp, by day.
   *
   * @param known sums of periods that tell about where the lines lie
   */
  SortedMap<LocalDateTime, LineSums> daily(
      LocalDateTime upTo, SortedMap<LocalDateTime, LineSums> known) {
    return middle(known)
        .map(
            middle ->
                both(
                    () -> lines.dailySums(null, middle.minus(TICK)),
                    () -> lines.dailySums(middle, upTo),
                    SourceSums::together))
        .orElseGet(() -> lines.dailySums(null, upTo));
  }

  /**
   * Returns how many lines there are up to a change stamp.
   *
   * @param known sums of periods that tell about where the lines lie
   */
  long count(LocalDateTime upTo, SortedMap<LocalDateTime, LineSums> known) {
    LocalDateTime first = Watermark.START.changedAt();
    return middle(known)
        .map(middle -> both(() -> count(first, middle), () -> count(middle, upTo), Long::sum))
        .orElseGet(() -> count(first, upTo));
  }

  private long count(LocalDateTime after, LocalDateTime upTo) {
    return lines.extent(after, Optional.of(upTo)).lines();
  }

  /** The day before which about half of the lines lie; empty where no day divides them. */
  private static Optional<LocalDateTime> middle(SortedMap<LocalDateTime, LineSums> periods) {
    long left = periods.values().stream().mapToLong(LineSums::lines).sum() / 2;
    for (LineSums period : periods.values()) {
      if (left <= 0) {
        return Optional.of(period.from().truncatedTo(ChronoUnit.DAYS));
      }
      left -= period.lines();
    }
    return Optional.empty();
  }

  /** Returns the sums of the lines of these days up to a change stamp, by hour. */
  SortedMap<LocalDateTime, LineSums> hourly(List<LocalDateTime> days, LocalDateTime upTo) {
    int middle = days.size() / 2;
    return both(
        () -> hoursOf(days.subList(0, middle), upTo),
        () -> hoursOf(days.subList(middle, days.size()), upTo),
        SourceSums::together);
  }

  private SortedMap<LocalDateTime, LineSums> hoursOf(List<LocalDateTime> days, LocalDateTime upTo) {
    SortedMap<LocalDateTime, LineSums> hours = new TreeMap<>();
    for (LocalDateTime day : days) {
      LocalDateTime last = day.plusDays(1).minus(TICK);
      hours.putAll(lines.hourlySums(day, last.isBefore(upTo) ? last : upTo));
    }
    return hours;
  }

  private static SortedMap<LocalDateTime, LineSums> together(
      SortedMap<LocalDateTime, LineSums> one, SortedMap<LocalDateTime, LineSums> other) {
    SortedMap<LocalDateTime, LineSums> all = new TreeMap<>(one);
    all.putAll(other);
    return all;
  }

  /** Asks both, and waits for both, whether one fails or not. */
  private <T> T both(Supplier<T> one, Supplier<T> other, BinaryOperator<T> together) {
    CompletableFuture<T> beside = CompletableFuture.supplyAsync(one, threads);
    CompletableFuture<T> here = CompletableFuture.supplyAsync(other, Runnable::run);
    return outcome(beside.thenCombine(here, together));
  }

  private static <T> T outcome(CompletableFuture<T> question) {
    try {
      return question.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
