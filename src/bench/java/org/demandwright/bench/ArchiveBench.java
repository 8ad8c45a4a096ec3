package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.BulkForecasts;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.AccuracyStore;
import org.demandwright.store.run.PlanStore;

/**
 * Measures what the archive costs on PostgreSQL: publishing a version with and without it, its size
 * on the disk, how long the accuracy of all its rows and of one period takes, and a purge.
 *
 * <p>Arguments: an empty folder for the database, and the number of series (30,490 unless said
 * otherwise).
 */
public final class ArchiveBench {
  private static final List<String> TABLES =
      List.of("forecast_archive", "archived_series", "archived_demand", "forecast");

  private static final double SECOND = 1e9;

  private ArchiveBench() {}

  public static void main(String... args) throws IOException, SQLException {
    int series = args.length > 1 ? Integer.parseInt(args[1]) : 30_490;
    try (BenchPostgres server = BenchPostgres.passing(Path.of(args[0]))) {
      TestDatabase database = server.create("archive");
      Stores stores = Stores.of(database.dataSource());
      long newer = BulkForecasts.fill(stores, series);
      stores
          .sql()
          .update(
              "insert into archived_demand (series_id, bucket, period_start, units, observed)"
                  + " select distinct series_id, 'WEEK', period_start, mod(series_id, 97), true"
                  + " from forecast");
      stores.sql().update("analyze");
      LocalDate first = LocalDate.of(2026, 4, 6);
      sizes(stores);
      told("accuracy of all rows", () -> accuracy(stores, first, first.plusYears(1), ""));
      told("accuracy of one period", () -> accuracy(stores, first, first, ""));
      told("accuracy of one item", () -> accuracy(stores, first, first.plusYears(1), "item-77"));
      show(stores, newer - 1, 1);
      told("showing what is archived", () -> show(stores, newer, 2));
      show(stores, newer - 1, 3);
      stores.sql().update("truncate table forecast_archive");
      stores.sql().update("truncate table archived_series");
      stores.sql().update("truncate table archived_version");
      told("showing what is not", () -> show(stores, newer, 4));
      told("purging one period of it", () -> stores.archive().deleteBefore(first.plusDays(1)));
    }
  }

  private static void show(Stores stores, long version, int second) {
    stores.versions().show(version, "ann", false, Instant.EPOCH.plusSeconds(second));
  }

  private static void accuracy(Stores stores, LocalDate from, LocalDate to, String item) {
    List<AccuracyStore.Errors> errors =
        stores
            .accuracy()
            .by(
                DataScope.unrestricted(),
                AccuracyStore.Grouping.LAG,
                new AccuracyStore.Filter(
                    PlanStore.DEFAULT,
                    from,
                    to,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(item).filter(i -> !i.isEmpty()),
                    Optional.empty()));
    System.out.println(errors.stream().mapToLong(AccuracyStore.Errors::forecasts).sum() + " rows");
  }

  private static void sizes(Stores stores) {
    for (String table : TABLES) {
      long rows = stores.sql().number("select count(*) from " + table);
      long bytes = stores.sql().number("select pg_total_relation_size('" + table + "')");
      System.out.printf(
          Locale.ROOT,
          "%s: %d rows, %.1f MB, %.1f bytes a row%n",
          table,
          rows,
          bytes / 1e6,
          (double) bytes / rows);
    }
  }

  private static void told(String what, Runnable work) {
    long began = System.nanoTime();
    work.run();
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - began) / SECOND);
  }
}
