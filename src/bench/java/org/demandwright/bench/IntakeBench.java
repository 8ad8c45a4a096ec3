package org.demandwright.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.demandwright.server.BulkErp;
import org.demandwright.server.IncrementalIntake;
import org.demandwright.server.PayaraServer;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * How long the job import-sales takes on a real server with both databases on PostgreSQL: in full,
 * then after 10,000 new, 100 changed and 100 deleted lines, then in full again into an empty store,
 * whose state must equal the other's digest by digest.
 *
 * <p>{@code ./mvnw -q -Pbench package -Dbench=IntakeBench -Dbench.phase=package}, with {@code
 * -Dargs=1000000} for a million lines instead of ten. Leaves with status 1 where the states differ
 * or the incremental import takes more than {@value #LARGEST_SHARE} of the full one.
 */
public final class IntakeBench {
  static final double LARGEST_SHARE = 0.05;

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
    Map<String, Duration> full;
    Map<String, Duration> incremental;
    Map<String, String> state;
    TestDatabase store = postgres.create("store");
    try (IncrementalIntake intake =
        new IncrementalIntake(erp, store, PayaraServer.freshFolder("intake-bench"))) {
      full = intake.importSales();
      print("full import of %,d lines".formatted(lines), full);
      IncrementalIntake.liveOn(erp, lines);
      incremental = intake.importSales();
      print("incremental import", incremental);
      state = digests(intake, "incremental");
      print("inspection of the demand, a job of its own", intake.inspectDemand());
    }
    double share = seconds(incremental) / seconds(full);
    System.out.printf(Locale.ROOT, "incremental over full: %.3f%n", share);
    boolean equal = state.equals(rebuild(postgres, erp));
    System.out.println(equal ? "the states are equal" : "THE STATES DIFFER");
    return equal && share <= LARGEST_SHARE;
  }

  private static Map<String, String> rebuild(BenchPostgres postgres, TestErp erp) throws Exception {
    TestDatabase store = postgres.create("rebuilt_store");
    try (IncrementalIntake rebuilt =
        new IncrementalIntake(erp, store, PayaraServer.freshFolder("rebuild-bench"))) {
      print("full import again", rebuilt.importSales());
      return digests(rebuilt, "rebuilt");
    }
  }

  private static Map<String, String> digests(IncrementalIntake intake, String name)
      throws SQLException {
    Map<String, String> digests = intake.store().digests();
    System.out.println(name + ": " + digests);
    return digests;
  }

  private static double seconds(Map<String, Duration> times) {
    return times.get("in all").toMillis() / 1e3;
  }

  private static void print(String title, Map<String, Duration> times) {
    System.out.println("\n" + title);
    times.forEach(
        (step, time) ->
            System.out.printf(Locale.ROOT, "  %-20s %9.1f s%n", step, time.toMillis() / 1e3));
  }
}
