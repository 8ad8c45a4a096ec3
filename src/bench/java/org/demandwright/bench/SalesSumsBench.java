package org.demandwright.bench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.demandwright.app.quality.SalesSumming;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.quality.SalesOverview;
import org.demandwright.core.quality.SeriesProfiler;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SeriesStore.Ref;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.quality.SeriesDemand;
import org.demandwright.store.sql.SchemaMigration;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * What snapshot and inspection read of the lines, before and after their sums are kept, in one run:
 * as it was, with all sums counted first, and after one new day. Three years of 1,200 series that
 * sell {@value #LINES_A_DAY} lines a day together, as the demo does.
 *
 * <p>{@code ./mvnw -Pbench test -Dbench=SalesSumsBench}, with {@code -Dargs="h2"} or {@code
 * "postgresql"} for one of the two.
 */
public final class SalesSumsBench {
  private static final int ITEMS = 300;
  private static final int SITES = 4;
  private static final int DAYS = 1096;
  private static final int LINES_A_DAY = 855;
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private final String name;
  private final DataSource database;
  private final SeriesStore series;
  private final IntakeStore intake;
  private final SalesSumStore sums;
  private final SeriesDemand demand;
  private final SalesSumming summing;
  private final Random random = new Random(7);
  private int lines;

  private SalesSumsBench(String name, DataSource database) {
    this.name = name;
    this.database = database;
    SchemaMigration.of(database).load().migrate();
    Sql sql = new Sql(database);
    ChangedSales changed = new ChangedSales(sql);
    series = new SeriesStore(sql);
    intake =
        new IntakeStore(
            sql,
            series,
            new QuarantineStore(sql),
            new IntakeRunStore(sql, new LineDayStore(sql)),
            new ReconcileStore(sql),
            new LineDayStore(sql),
            changed);
    sums = new SalesSumStore(sql, new LineStore(sql), changed);
    demand = new SeriesDemand(series, sums);
    summing = new SalesSumming(changed, series, sums);
  }

  public static void main(String[] args) throws Exception {
    List<String> wanted = args.length == 0 ? List.of("h2", "postgresql") : Arrays.asList(args);
    if (wanted.contains("h2")) {
      Path file = Files.createTempDirectory("sums-bench").resolve("store");
      new SalesSumsBench("H2", JdbcConnectionPool.create("jdbc:h2:file:" + file, "sa", "sa")).run();
    }
    if (wanted.contains("postgresql")) {
      try (BenchPostgres postgres = BenchPostgres.in(Path.of("target", "bench", "postgres"))) {
        new SalesSumsBench("PostgreSQL", pool(postgres.create("sums"))).run();
      }
    }
  }

  private static DataSource pool(TestDatabase database) {
    PGConnectionPoolDataSource pool = new PGConnectionPoolDataSource();
    pool.setUrl(database.url());
    pool.setUser(database.user());
    pool.setPassword(database.password());
    return JdbcConnectionPool.create(pool);
  }

  /** Pages of series. */
  static List<List<Ref>> pages(List<Ref> series, int size) {
    List<List<Ref>> pages = new ArrayList<>();
    for (int from = 0; from < series.size(); from += size) {
      pages.add(series.subList(from, Math.min(series.size(), from + size)));
    }
    return pages;
  }

  private interface Work {
    void run() throws SQLException;
  }

  private void run() throws SQLException {
    for (int day = DAYS; day > 0; day--) {
      book(AS_OF.minusDays(day), day == DAYS, true);
    }
    List<Ref> all = series.all();
    System.out.printf(Locale.ROOT, "%n%s, %,d lines, %,d series%n", name, lines, all.size());
    FormerReading former = new FormerReading(database, all, AS_OF);
    double before = measure("before: inspection", former::inspect);
    before += measure("before: snapshot", former::snapshot);
    double counted = measure("all sums counted", this::count);
    double full = counted + read("full", AS_OF, all);
    book(AS_OF, false, false);
    double night = measure("one new day: counted", this::count);
    night += read("one new day", AS_OF.plusDays(1), all);
    System.out.printf(
        Locale.ROOT,
        "full %.1f times as fast as before; one new day %.1f %% of before, %.1f %% of full%n",
        before / full,
        100 * night / before,
        100 * night / full);
  }

  private void count() {
    summing.bringUpToDate(() -> false, n -> {});
  }

  private double read(String when, LocalDate asOf, List<Ref> all) throws SQLException {
    double inspection = measure(when + ": inspection", () -> inspect(asOf, all));
    double snapshot = measure(when + ": snapshot", () -> snapshot(asOf, all));
    return inspection + snapshot;
  }

  private void inspect(LocalDate asOf, List<Ref> all) {
    SalesOverview overview = new SalesOverview(asOf.minusYears(2), asOf);
    for (List<Ref> page : pages(all, 100)) {
      long from = page.get(0).seriesId();
      long to = page.get(page.size() - 1).seriesId();
      var ofPage = sums.days(from, to);
      page.forEach(r -> overview.add(r.key(), ofPage.getOrDefault(r.seriesId(), List.of())));
      sums.before(asOf, from, to)
          .values()
          .forEach(
              ofSeries -> {
                SeriesProfiler profiler = new SeriesProfiler();
                ofSeries.forEach(profiler::add);
                profiler.profile();
              });
    }
  }

  private void snapshot(LocalDate asOf, List<Ref> all) {
    SeriesStore.View view = new SeriesStore.View(asOf, Optional.empty(), false);
    for (List<Ref> page : pages(all, 100)) {
      demand.of(page.get(0).seriesId(), page.get(page.size() - 1).seriesId(), view);
    }
  }

  private double measure(String what, Work work) throws SQLException {
    long start = System.nanoTime();
    double cpu = Stages.cpuSeconds();
    work.run();
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%-28s %7.2f s, CPU %7.2f s%n", what, wall, Stages.cpuSeconds() - cpu);
    return wall;
  }

  /** Books the orders of a day: few large items, many small ones. */
  private void book(LocalDate day, boolean first, boolean load) throws SQLException {
    List<SeriesLine> orders = new ArrayList<>();
    int document = 0;
    for (int i = 0; i < LINES_A_DAY; i++) {
      document += random.nextInt(3) == 0 ? 1 : 0;
      boolean firstOfAll = first && i < ITEMS * SITES;
      int item = firstOfAll ? i / SITES : (int) (ITEMS * Math.pow(random.nextDouble(), 2));
      int site = firstOfAll ? i % SITES : random.nextInt(SITES);
      orders.add(order(day, document, item, site));
    }
    intake.write(
        orders, List.of(), Map.of(), new IntakeRun(1, "dw_sales_line", Instant.EPOCH, load));
  }

  private SeriesLine order(LocalDate day, int document, int item, int site) {
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(12));
    return new SeriesLine(
        Optional.of(new SeriesKey("DW", "item " + item, "S" + site, "")),
        new SalesLine(
            "SOL:" + ++lines,
            "SOL",
            (long) lines,
            "SO-" + day + "-" + document,
            "ORDER",
            day,
            day,
            "item " + item,
            "C" + random.nextInt(800),
            quantity,
            "EA",
            null,
            quantity.multiply(BigDecimal.valueOf(5 + item)),
            "CNY",
            random.nextInt(20) == 0,
            false,
            null,
            null,
            null,
            null,
            day.atTime(18, 0)));
  }
}
