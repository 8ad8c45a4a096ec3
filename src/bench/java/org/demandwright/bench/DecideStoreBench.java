package org.demandwright.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.decide.DecideSteps;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.FindExceptions;
import org.demandwright.app.settings.Settings;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.ContentHash;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.sql.CountedSql;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the steps of the job {@code decide} cost with the store: processor time of the whole process
 * (the embedded database, the compiler and the collector included; with PostgreSQL that of its
 * processes beside it), bytes allocated, statements and rows, step by step. Two decisions are made,
 * one after the other, of the same data: the second finds suggestions, cases and exceptions of the
 * first, as each night but the first does, and a warm process. No server: readers and writers of
 * the job only hand on what is called here.
 *
 * <p>{@code ./mvnw -q -Pbench test -Dbench=DecideStoreBench "-Dargs=h2 3125 12500 50000"}, {@code
 * postgres} in place of {@code h2}. A store that was filled once is kept under {@code
 * target/bench/decide}.
 */
public final class DecideStoreBench {
  private static final int USUAL = 3_125;
  private static final int ITEMS = 20;
  private static final int VENDORS = 5;
  private static final double NANOS = 1e9;
  private static final double MEGA = 1e6;

  private final CountedSql sql;
  private final DecideSteps steps;
  private final long database;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  private DecideStoreBench(CountedSql sql, long database) {
    this.sql = sql;
    this.database = database;
    steps = new DecideSteps(Stores.over(sql), new Settings(new GivenConfig(Map.of())));
  }

  /**
   * @param own seconds of processor time of this process
   * @param other likewise of the database's processes
   */
  private record Cost(
      double own, double other, double allocated, double live, CountedSql.Counts counts) {}

  public static void main(String... args) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    boolean postgres = false;
    for (String arg : args) {
      if (Character.isDigit(arg.charAt(0))) {
        sizes.add(Integer.parseInt(arg));
      } else {
        postgres = arg.equals("postgres");
      }
    }
    if (sizes.isEmpty()) {
      sizes.add(USUAL);
    }
    Path folder = Files.createDirectories(Path.of("target", "bench", "decide"));
    Map<Integer, Double> each = new LinkedHashMap<>();
    if (postgres) {
      try (BenchPostgres server = BenchPostgres.in(folder.resolve("postgres"))) {
        for (int places : sizes) {
          each.put(places, onPostgres(server, places));
        }
      }
    } else {
      for (int places : sizes) {
        each.put(places, onH2(folder, places));
      }
    }
    double first = each.values().iterator().next();
    each.forEach(
        (places, cost) ->
            System.out.printf(
                Locale.ROOT,
                "%,d item-sites: %.3f ms of processor time each, %.2f of the first%n",
                places,
                cost,
                cost / first));
  }

  private static double onH2(Path folder, int places) throws SQLException, IOException {
    Path filled = folder.resolve("filled-" + places + ".mv.db");
    if (!Files.exists(filled)) {
      Stores stores = Stores.of(h2(folder.resolve("filling")));
      DecideWorld.fill(stores, places);
      stores.sql().update("shutdown compact");
      Files.move(folder.resolve("filling.mv.db"), filled);
    }
    Files.copy(filled, folder.resolve("now.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    DataSource now = h2(folder.resolve("now"));
    try (CountedSql sql = CountedSql.open(now)) {
      return new DecideStoreBench(sql, 0).decideTwice(places);
    } finally {
      Files.deleteIfExists(folder.resolve("now.mv.db"));
    }
  }

  private static DataSource h2(Path file) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0");
    return database;
  }

  private static double onPostgres(BenchPostgres server, int places)
      throws SQLException, IOException {
    String filled = "filled_" + places;
    if (!server.has(filled)) {
      TestDatabase filling = server.create("filling");
      DecideWorld.fill(Stores.of(source(filling)), places);
      server.at("postgres").run("alter database filling rename to " + filled);
    }
    TestDatabase now = server.copy(filled, "now");
    try (CountedSql sql = CountedSql.open(source(now))) {
      return new DecideStoreBench(sql, server.pid()).decideTwice(places);
    } finally {
      server.drop("now");
    }
  }

  private static DataSource source(TestDatabase database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  /** Returns milliseconds of processor time an item at a site, of the second decision. */
  private double decideTwice(int places) throws SQLException {
    decide(places, 1_001, "first");
    return decide(places, 1_002, "next");
  }

  private double decide(int places, long instance, String which) throws SQLException {
    costs.clear();
    DecisionBasis[] basis = new DecisionBasis[1];
    step("open-decision", () -> basis[0] = steps.begin(instance));
    step(
        "plan-stock",
        () -> chunks(steps.items(basis[0]), ITEMS, items -> steps.plan(basis[0], items)));
    step(
        "raise-orders",
        () ->
            chunks(
                steps.vendors(basis[0]),
                VENDORS,
                vendors -> vendors.forEach(vendor -> steps.raise(basis[0], vendor))));
    step(
        "find-exceptions",
        () -> {
          FindExceptions.Sweep sweep = steps.sweep(basis[0]);
          chunks(steps.items(basis[0]), ITEMS, items -> steps.find(sweep, items));
        });
    step("settle-exceptions", () -> steps.settle(basis[0]));
    Decision[] made = new Decision[1];
    step("close-decision", () -> made[0] = steps.close(basis[0]));
    System.out.printf(
        Locale.ROOT,
        "%n%,d item-sites, %s decision, content hash %s, exceptions %s%n",
        places,
        which,
        made[0].contentHash().orElseThrow(),
        ContentHash.of(steps.open()));
    System.out.printf(
        Locale.ROOT,
        "%-18s %8s %8s %9s %7s %10s %10s %10s%n",
        "step",
        "CPU s",
        "db s",
        "alloc MB",
        "live MB",
        "statements",
        "read",
        "written");
    costs.forEach(DecideStoreBench::print);
    Cost all = costs.values().stream().reduce(DecideStoreBench::and).orElseThrow();
    print("all", all);
    return (all.own() + all.other()) * 1_000 / places;
  }

  private static Cost and(Cost one, Cost other) {
    CountedSql.Counts c = one.counts();
    CountedSql.Counts d = other.counts();
    return new Cost(
        one.own() + other.own(),
        one.other() + other.other(),
        one.allocated() + other.allocated(),
        Math.max(one.live(), other.live()),
        new CountedSql.Counts(
            c.statements() + d.statements(), c.read() + d.read(), c.written() + d.written()));
  }

  private static void print(String step, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "%-18s %8.2f %8.2f %9.0f %7.0f %10d %10d %10d%n",
        step,
        cost.own(),
        cost.other(),
        cost.allocated(),
        cost.live(),
        cost.counts().statements(),
        cost.counts().read(),
        cost.counts().written());
  }

  private interface Work {
    void run() throws SQLException;
  }

  private void step(String name, Work work) throws SQLException {
    CountedSql.Counts counted = sql.counts();
    double own = own();
    double other = ProcessorTimes.ofTree(database);
    long allocated = allocated();
    work.run();
    sql.commit();
    Cost cost =
        new Cost(
            own() - own,
            ProcessorTimes.ofTree(database) - other,
            (allocated() - allocated) / MEGA,
            0,
            sql.counts().since(counted));
    System.gc(); // not counted
    costs.put(
        name,
        new Cost(
            cost.own(),
            cost.other(),
            cost.allocated(),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA,
            cost.counts()));
  }

  private <T> void chunks(List<T> all, int size, Consumer<List<T>> work) throws SQLException {
    for (int from = 0; from < all.size(); from += size) {
      work.accept(all.subList(from, Math.min(all.size(), from + size)));
      sql.commit();
    }
  }

  private static double own() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / NANOS;
  }

  /** Of this thread, in which H2 works, too. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
