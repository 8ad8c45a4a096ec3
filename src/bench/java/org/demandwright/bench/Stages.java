package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What each stage of a bench costs, and the most memory that the process ever held. */
final class Stages {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final int series;
  private final long start = System.nanoTime();
  private final double startCpu = cpuSeconds();
  private long last = start;
  private double lastCpu = startCpu;

  Stages(int series) {
    this.series = series;
  }

  /** Prints what has been used since the last stage. */
  void done(String stage) {
    long now = System.nanoTime();
    double cpu = cpuSeconds();
    print(stage, seconds(now - last), cpu - lastCpu);
    last = now;
    lastCpu = cpu;
  }

  /** Prints the sum of all stages. */
  void total() throws IOException {
    double wall = seconds(System.nanoTime() - start);
    print("total", wall, cpuSeconds() - startCpu);
    System.out.printf(
        Locale.ROOT,
        "%d series, %.1f series/s; CPU of the whole process %.1f s; peak memory %s%n",
        series,
        series / wall,
        cpuSeconds(),
        peak());
  }

  private void print(String stage, double wall, double cpu) {
    System.out.printf(
        Locale.ROOT,
        "%-14s %8.1f s, CPU %8.1f s, %8.2f ms CPU a series%n",
        stage,
        wall,
        cpu,
        1000 * cpu / series);
  }

  /** Returns VmHWM as Linux tells it; other systems keep no such figure. */
  private static String peak() throws IOException {
    if (!Files.exists(STATUS)) {
      return "unknown on this system";
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> "VmHWM " + line.substring(6).trim())
        .findFirst()
        .orElse("unknown on this system");
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0;
  }

  /** Returns the processor time that this process has used. */
  static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
        / 1000.0;
  }
}
