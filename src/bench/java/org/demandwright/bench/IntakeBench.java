package org.demandwright.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.demandwright.server.BulkErp;
import org.demandwright.server.IncrementalIntake;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.RunTimes;
import org.demandwright.server.RunTimes.Span;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * How long the job import-sales takes on a real server with both databases on PostgreSQL: in full,
 * then after 10,000 new, 100 changed and 100 deleted lines, then in full again into an empty store,
 * whose state must equal the other's digest by digest. Beside it stands what the databases alone
 * need for the same lines, see {@link Yardstick}.
 *
 * <p>{@code ./mvnw -q -Pbench package -Dbench=IntakeBench -Dbench.phase=package}, with {@code
 * -Dargs=1000000} for a million lines instead of ten. Leaves with status 1 where the states differ,
 * the incremental import takes more than {@value #LARGEST_SHARE} of the full one, or the full one
 * more than {@value #LARGEST_RATIO} times the yardstick.
 */
public final class IntakeBench {
  static final double LARGEST_SHARE = 0.05;
  static final double LARGEST_RATIO = 2.5;

  private IntakeBench() {}

  public static void main(String[] args) throws Exception {
    long lines = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    try (BenchPostgres postgres = BenchPostgres.in(Path.of("target", "bench", "postgres"))) {
      System.exit(measure(postgres, lines) ? 0 : 1);
    }
  }

  private static boolean measure(BenchPostgres postgres, long lines) throws Exception {
    postgres.bulkErp(lines);
    TestErp erp = BulkErp.open(postgres.copy("erp_" + lines, "living_erp"));
    TestDatabase store = postgres.create("store");
    double ratio;
    double share;
    Map<String, String> state;
    try (IncrementalIntake intake =
        new IncrementalIntake(erp, store, PayaraServer.freshFolder("intake-bench"))) {
      RunTimes full = run("full import of %,d lines".formatted(lines), intake, postgres, lines);
      ratio = ratio(full, Yardstick.of(erp, store));
      IncrementalIntake.liveOn(erp, lines);
      RunTimes incremental = run("incremental import", intake, postgres, lines);
      share = incremental.whole().seconds() / full.whole().seconds();
      System.out.printf(Locale.ROOT, "incremental over full: %.3f%n", share);
      state = digests(intake, "incremental");
    }
    boolean equal = state.equals(rebuild(postgres, erp, lines));
    System.out.println(equal ? "the states are equal" : "THE STATES DIFFER");
    return equal && share <= LARGEST_SHARE && ratio <= LARGEST_RATIO;
  }

  private static double ratio(RunTimes full, Yardstick yardstick) {
    double ratio = full.whole().seconds() / yardstick.seconds();
    System.out.printf(
        Locale.ROOT,
        "JDBC alone: %.1f s to read the view, %.1f s for COPY; import-lines over both: %.2f; the"
            + " whole import over both: %.2f%n",
        yardstick.readSeconds(),
        yardstick.copySeconds(),
        full.step("import-lines").seconds() / yardstick.seconds(),
        ratio);
    return ratio;
  }

  private static Map<String, String> rebuild(BenchPostgres postgres, TestErp erp, long lines)
      throws Exception {
    TestDatabase store = postgres.create("rebuilt_store");
    try (IncrementalIntake rebuilt =
        new IncrementalIntake(erp, store, PayaraServer.freshFolder("rebuild-bench"))) {
      run("full import again", rebuilt, postgres, lines);
      return digests(rebuilt, "rebuilt");
    }
  }

  private static Map<String, String> digests(IncrementalIntake intake, String name)
      throws SQLException {
    Map<String, String> digests = intake.store().digests();
    System.out.println(name + ": " + digests);
    return digests;
  }

  private static RunTimes run(
      String title, IncrementalIntake intake, BenchPostgres postgres, long lines) throws Exception {
    try (ProcessorTimes server = new ProcessorTimes(intake.pid());
        ProcessorTimes databases = new ProcessorTimes(postgres.pid())) {
      RunTimes times = intake.importSales();
      System.out.println("\n" + title + "; processor time of the server, of PostgreSQL");
      times.steps().forEach(step -> print(step, server, databases));
      print(times.whole(), server, databases);
      Span step = times.step("import-lines");
      System.out.printf(
          Locale.ROOT,
          "  import-lines: %.1f + %.1f µs of processor time a line of the ERP%n",
          1e6 * server.within(step) / lines,
          1e6 * databases.within(step) / lines);
      return times;
    }
  }

  private static void print(Span span, ProcessorTimes server, ProcessorTimes databases) {
    System.out.printf(
        Locale.ROOT,
        "  %-20s %9.1f s %9.1f s %9.1f s%n",
        span.name(),
        span.seconds(),
        server.within(span),
        databases.within(span));
  }
}
