package org.demandwright.app.intake;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpSource;

/**
 * Counts and sums of the ERP's side. Half of the lines are asked for on a thread and a connection
 * of their own, beside the other half: most databases add up on one processor.
 */
final class ErpSums {
  private static final Duration TICK = Duration.ofNanos(1_000);

  private final ErpSource erp;
  private final Executor threads;

  ErpSums(ErpSource erp, Executor threads) {
    this.erp = erp;
    this.threads = threads;
  }

  /**
   * Returns the sums of all lines up to a change stamp, by day.
   *
   * @param known sums by day that tell about where the lines lie
   */
  SortedMap<LocalDateTime, LineSums> daily(
      LocalDateTime upTo, SortedMap<LocalDateTime, LineSums> known) {
    LocalDateTime middle = middle(known);
    if (middle == null) {
      return erp.dailySums(null, upTo);
    }
    return both(() -> erp.dailySums(null, middle.minus(TICK)), () -> erp.dailySums(middle, upTo));
  }

  /** The day before which about half of the lines lie; null where no day divides them. */
  private static LocalDateTime middle(SortedMap<LocalDateTime, LineSums> days) {
    long left = days.values().stream().mapToLong(LineSums::lines).sum() / 2;
    for (LineSums day : days.values()) {
      if (left <= 0) {
        return day.from();
      }
      left -= day.lines();
    }
    return null;
  }

  /** Returns the sums of the lines of these days up to a change stamp, by hour. */
  SortedMap<LocalDateTime, LineSums> hourly(List<LocalDateTime> days, LocalDateTime upTo) {
    int middle = days.size() / 2;
    return both(
        () -> hoursOf(days.subList(0, middle), upTo),
        () -> hoursOf(days.subList(middle, days.size()), upTo));
  }

  private SortedMap<LocalDateTime, LineSums> hoursOf(List<LocalDateTime> days, LocalDateTime upTo) {
    SortedMap<LocalDateTime, LineSums> hours = new TreeMap<>();
    for (LocalDateTime day : days) {
      LocalDateTime last = day.plusDays(1).minus(TICK);
      hours.putAll(erp.hourlySums(day, last.isBefore(upTo) ? last : upTo));
    }
    return hours;
  }

  private SortedMap<LocalDateTime, LineSums> both(
      Supplier<SortedMap<LocalDateTime, LineSums>> one,
      Supplier<SortedMap<LocalDateTime, LineSums>> other) {
    CompletableFuture<SortedMap<LocalDateTime, LineSums>> beside =
        CompletableFuture.supplyAsync(one, threads);
    SortedMap<LocalDateTime, LineSums> sums = new TreeMap<>();
    try {
      sums.putAll(other.get());
    } finally {
      sums.putAll(outcome(beside));
    }
    return sums;
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
