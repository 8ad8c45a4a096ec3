package org.demandwright.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.demandwright.app.plan.PlanFixture;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.BulkForecasts;
import org.demandwright.store.Stores;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long it takes to publish overrides over a version of {@value BulkForecasts#STEPS} weeks on
 * PostgreSQL: from one of everything to one of an item. The argument is the number of series.
 */
public final class OverrideBench {
  private final PlanFixture plan;
  private final LocalDate first;

  private OverrideBench(PlanFixture plan, LocalDate first) {
    this.plan = plan;
    this.first = first;
  }

  /** Prints a line a question. */
  public static void main(String[] args) throws IOException, SQLException {
    int series = args.length == 0 ? 30_000 : Integer.parseInt(args[0]);
    try (BenchPostgres postgres =
        BenchPostgres.passing(Files.createTempDirectory("override-bench"))) {
      TestDatabase empty = postgres.create("overrides");
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(empty.url());
      database.setUser(empty.user());
      database.setPassword(empty.password());
      Stores stores = Stores.of(database);
      long version = BulkForecasts.fill(stores, series);
      LocalDate origin = stores.versions().find(version).orElseThrow().recipe().origin();
      new OverrideBench(new PlanFixture(database, new PlanFixture.TickingClock(), Map.of()), origin)
          .run();
    }
  }

  private void run() {
    publish("item-6", 4, "500"); // warms up
    told("an item, only others of items count", () -> publish("item-7", 4, "500"));
    long[] all = {0};
    told("everything, all weeks", () -> all[0] = publish("", BulkForecasts.STEPS, "1000000"));
    told("an item, while one of everything counts", () -> publish("item-8", 4, "500"));
    told("that of everything withdrawn", () -> plan.withdraw(all[0]));
  }

  private long publish(String item, int weeks, String units) {
    return plan.published(
            PlanFixture.over(
                item, first, first.plusWeeks(weeks).minusDays(1), Adjustment.Kind.VALUE, units))
        .entry()
        .overrideId();
  }

  private static void told(String what, Runnable work) {
    long began = System.nanoTime();
    long worked = processor();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%-42s %6.1f s, processor time of Java %6.1f s%n",
        what,
        (System.nanoTime() - began) / 1e9,
        (processor() - worked) / 1e9);
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
