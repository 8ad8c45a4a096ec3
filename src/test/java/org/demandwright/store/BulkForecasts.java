package org.demandwright.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.sql.Sql;

/**
 * Fills a store with published forecasts of any size, by statements that write all rows of a table
 * at once: items at {@value #SITES} sites, {@value #STEPS} weeks each, in two versions. Of the
 * newer one, each tenth series says something new, and over each twentieth an override was laid
 * since.
 */
public final class BulkForecasts {
  public static final int SITES = 10;
  public static final int STEPS = 26;

  /** When the older version was published, and the newer one. */
  public static final Instant BEFORE = Instant.parse("2026-04-01T02:00:00Z");

  public static final Instant NOW = Instant.parse("2026-04-08T02:00:00Z");

  /** When overrides were laid over some series of the newer version. */
  public static final Instant LAID = Instant.parse("2026-04-09T10:00:00Z");

  public static final LocalDate AS_OF = LocalDate.of(2026, 4, 6);

  /** As the contest writes it; the number tells series apart. */
  private static final String REASON =
      "'~forecast.chosen(~forecast.tested(~forecast.mean(~list(~forecast.member(''HoltWinters'',44.),"
          + "~forecast.member(''GlobalPerceptron'',' || (9 + mod(series_id, 47)) || '.))),3,0.' ||"
          + " (100 + mod(series_id, 877)) || ',17.),~forecast.expected.panel(1200,~forecast.gains("
          + "~forecast.better(12.,~forecast.plain-mean()),~forecast.same(~forecast.best-simple("
          + "''Theta'')))))'";

  private static final String MEAN =
      "cast((200 + mod(s.series_id * 7919 + g.n * 104729, 9973)) as double precision) / 97";

  private final Stores stores;
  private final int series;

  private BulkForecasts(Stores stores, int series) {
    this.stores = stores;
    this.series = series;
  }

  /** Fills an empty store of the newest schema and returns the number of the newer version. */
  public static long fill(Stores stores, int series) {
    return new BulkForecasts(stores, series).fill();
  }

  private long fill() {
    masterData();
    long older = version(1, BEFORE);
    long newer = version(2, NOW);
    sql(
        "update forecast set unchanged_since = ? where version_id = ? and mod(series_id, 10) <> 0",
        BEFORE,
        newer);
    sql(
        "insert into final_step (version_id, series_id, step, units, total_units, changed_at)"
            + " select version_id, series_id, step, 7, 7 * step, ? from forecast"
            + " where version_id = ? and mod(series_id, 20) = 1",
        LAID,
        newer);
    sql("analyze");
    return newer;
  }

  private void masterData() {
    sql(
        "insert into item (org_id, item_id, item_code, item_name, category, uom_id)"
            + " select '', 'item-' || n, 'CODE-' || n, 'Item ' || n, 'category-' || mod(n, 50),"
            + " 'EA' from generate_series(0, ?) as g(n)",
        (series - 1) / SITES);
    sql(
        "insert into site (org_id, site_id, site_name) select '', 'site-' || n, 'Site ' || n"
            + " from generate_series(0, ?) as g(n)",
        SITES - 1);
    sql(
        "insert into series (series_id, org_id, item_id, site_id, channel_id) select n, '',"
            + " 'item-' || ((n - 1) / ?), 'site-' || mod(n - 1, ?), 'web'"
            + " from generate_series(1, ?) as g(n)",
        SITES,
        SITES,
        series);
  }

  private long version(long instance, Instant published) {
    VersionStore versions = stores.versions();
    Recipe recipe =
        new Recipe(
            Bucket.WEEK,
            52,
            STEPS,
            3,
            1,
            "HoltWinters,Theta",
            "rmsse",
            AS_OF,
            AS_OF.minusDays(1),
            AS_OF,
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    long id =
        versions
            .open(
                instance, recipe, new VersionStore.Planned(PlanStore.DEFAULT, Set.of()), published)
            .versionId();
    sql(
        "insert into series_result (version_id, series_id, pattern, model_id, reason, verdict,"
            + " scale, rmsse) select ?, series_id, 'SMOOTH', 'HoltWinters', "
            + REASON
            + ","
            + " case when mod(series_id, 40) = 0 then 'DO_NOT_FORECAST' else 'ML_PAYS' end,"
            + " 10, 0.8 from series",
        id);
    sql(
        "insert into version_series (version_id, series_id, snapshot_of, result_of, same_since)"
            + " select ?, series_id, ?, ?, case when mod(series_id, 10) <> 0 then"
            + " cast(? as timestamp) end from series",
        id,
        id,
        id,
        published.equals(NOW) ? BEFORE : null);
    sql(
        ("insert into forecast (version_id, series_id, step, period_start, period_end, mean, p10,"
                + " p50, p90, total_mean, total_p10, total_p50, total_p90)"
                + " select ?, s.series_id, g.n, g.first_day, g.last_day, %1$s, %1$s * 0.61803, %1$s * 0.957, %1$s * 1.37129, %1$s * g.n,"
                + " %1$s * g.n * 0.7, %1$s * g.n * 0.99, %1$s * g.n * 1.2"
                + " from series s cross join (values %2$s) as g(n, first_day, last_day)")
            .formatted(MEAN, steps()),
        id);
    versions.finish(
        id,
        new VersionStore.Contents(
            "%064x".formatted(id), series, 0, 1, new VersionStore.NotRecommended(series / 40, 1)),
        VersionStatus.HELD,
        Optional.empty(),
        "ann",
        published);
    return id;
  }

  private static String steps() {
    return IntStream.rangeClosed(1, STEPS)
        .mapToObj(
            n ->
                "(%d, date '%s', date '%s')"
                    .formatted(n, AS_OF.plusWeeks(n - 1), AS_OF.plusWeeks(n).minusDays(1)))
        .collect(Collectors.joining(", "));
  }

  private void sql(String statement, Object... parameters) {
    Sql sql = stores.sql();
    sql.update(statement, parameters);
  }
}
