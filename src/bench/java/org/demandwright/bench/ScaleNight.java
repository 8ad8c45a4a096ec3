package org.demandwright.bench;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.RunTimes;
import org.demandwright.server.RunTimes.Span;

/** Runs jobs on a server and tells what each step took of both its processes. */
final class ScaleNight {
  /** Between two questions whether a run has ended, which the server answers beside its work. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  /** Steps whose work grows with the lines; that of all others grows with the series. */
  private static final Set<String> OF_LINES =
      Set.of(
          "check-source",
          "import-master-data",
          "prepare-import",
          "import-lines",
          "index-lines",
          "judge-anew",
          "reconcile",
          "judge-dates",
          "close-import",
          "sum-sales");

  private final PayaraServer server;
  private final BenchPostgres postgres;
  private final ScaleErp erp;

  /**
   * What one run took.
   *
   * @param perLine µs of processor time of the steps whose work grows with the lines, a line
   * @param perSeries ms of processor time of all others, a series
   */
  record Cost(double perLine, double perSeries) {}

  ScaleNight(PayaraServer server, BenchPostgres postgres, ScaleErp erp) {
    this.server = server;
    this.postgres = postgres;
    this.erp = erp;
  }

  /** Lets the ERP live on and runs the job; a job that the server does not know costs nothing. */
  Cost run(ScaleRun run) throws IOException, SQLException, InterruptedException {
    long added = run.news().in(erp);
    try (ProcessorTimes ofServer = new ProcessorTimes(server.pid());
        ProcessorTimes ofPostgres = new ProcessorTimes(postgres.pid())) {
      Response answer = server.client().ask(run.job(), run.parameters());
      if (answer.statusCode() != 202) {
        System.out.printf("%n%s cannot be run: %s%n", run, answer.asString());
        return new Cost(0, 0);
      }
      String location = answer.header("Location");
      long id = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
      JsonPath end = awaitEnd(id);
      if (!end.getString("status").equals("COMPLETED")) {
        throw new IllegalStateException(run + " did not end well: " + end.prettify());
      }
      System.out.printf(Locale.ROOT, "%n%s, %,d lines are new%n", run, added);
      return tell(RunTimes.of(end), ofServer, ofPostgres);
    }
  }

  private JsonPath awaitEnd(long id) throws IOException, InterruptedException {
    JsonPath run = server.client().execution(id);
    while (!ENDED.contains(run.getString("status"))) {
      Thread.sleep(PAUSE.toMillis());
      run = server.client().execution(id);
    }
    return run;
  }

  private Cost tell(RunTimes times, ProcessorTimes ofServer, ProcessorTimes ofPostgres)
      throws IOException, SQLException {
    long lines = erp.lines();
    long series = erp.series();
    System.out.println("                       wall   server CPU   PostgreSQL CPU        a second");
    double cpuOfLines = 0;
    double cpuOfSeries = 0;
    for (Span step : times.steps()) {
      boolean ofLines = OF_LINES.contains(step.name());
      double cpu = ofServer.within(step) + ofPostgres.within(step);
      cpuOfLines += ofLines ? cpu : 0;
      cpuOfSeries += ofLines ? 0 : cpu;
      print(step, ofServer, ofPostgres, ofLines ? lines : series, ofLines ? "lines" : "series");
    }
    print(times.whole(), ofServer, ofPostgres, lines, "lines");
    Cost cost = new Cost(1e6 * cpuOfLines / lines, 1e3 * cpuOfSeries / series);
    System.out.printf(
        Locale.ROOT,
        "  %.1f µs of processor time a line, %.1f ms a series; %s; ERP %s, store %s%n",
        cost.perLine(),
        cost.perSeries(),
        peak(server.pid()),
        size("erp"),
        size("store"));
    return cost;
  }

  private static void print(
      Span span, ProcessorTimes ofServer, ProcessorTimes ofPostgres, long count, String of) {
    System.out.printf(
        Locale.ROOT,
        "  %-20s %8.1f s %8.1f s %8.1f s %,12.0f %s%n",
        span.name(),
        span.seconds(),
        ofServer.within(span),
        ofPostgres.within(span),
        count / Math.max(0.001, span.seconds()),
        of);
  }

  private String size(String database) throws SQLException {
    return String.format(Locale.ROOT, "%.2f GB", postgres.size(database) / 1e9);
  }

  /** Returns the most memory that a process ever held, as Linux tells it. */
  private static String peak(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return "peak memory unknown on this system";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> "VmHWM " + line.substring(6).trim())
        .findFirst()
        .orElse("peak memory unknown");
  }
}
