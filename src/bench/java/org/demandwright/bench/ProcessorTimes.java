package org.demandwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.demandwright.server.RunTimes.Span;

/**
 * The processor time of other processes as it goes on, looked at ten times a second, so that
 * afterwards it can be asked for any span. Linux only: elsewhere it is 0.
 */
final class ProcessorTimes implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final long PAUSE_MILLIS = 100;

  private final long[] pids;
  private final NavigableMap<Instant, Double> seen = new ConcurrentSkipListMap<>();
  private final Thread watch = new Thread(this::watch, "processor times");

  /**
   * @param pids processes, each with its children, also those that have ended
   */
  ProcessorTimes(long... pids) {
    this.pids = pids.clone();
    watch.setDaemon(true);
    watch.start();
  }

  /** Returns the seconds of processor time within a span. */
  double within(Span span) {
    return at(span.to()) - at(span.from());
  }

  private double at(Instant time) {
    Map.Entry<Instant, Double> entry = seen.ceilingEntry(time);
    return (entry == null ? seen.lastEntry() : entry).getValue();
  }

  private void watch() {
    try {
      while (true) {
        double seconds = 0;
        for (long pid : pids) {
          seconds += ofTree(pid);
        }
        seen.put(Instant.now(), seconds);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the seconds that a process and all its children have used, the ended ones too. */
  static double ofTree(long pid) {
    double seconds = of(pid);
    if (seconds > 0) {
      seconds +=
          ProcessHandle.of(pid).stream()
              .flatMap(ProcessHandle::descendants)
              .mapToDouble(child -> of(child.pid()))
              .sum();
    }
    return seconds;
  }

  private static double of(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    try {
      String stat = Files.readString(file);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = 11; field <= 14; field++) {
        ticks += Long.parseLong(fields[field]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      if (Files.notExists(file)) {
        return 0; // it ended while it was read
      }
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
