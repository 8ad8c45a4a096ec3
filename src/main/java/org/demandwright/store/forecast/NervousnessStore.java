package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** How much readers were told otherwise from version to version, added up by the database. */
@ApplicationScoped
public class NervousnessStore {
  private static final String OLD = Decimals.shown("a.final_units");
  private static final String NEW = Decimals.shown("b.final_units");

  private static final String MOVED =
      "select k.series_id, k.org_id, k.item_id, k.site_id, k.channel_id, count(*) as periods,"
          + " sum(abs(%2$s - %1$s)) as moved, sum(%1$s + %2$s) / 2 as level".formatted(OLD, NEW)
          + " from series k join forecast_archive b on b.series_id = k.series_id"
          + " join forecast_archive a on a.series_id = b.series_id"
          + " and a.period_start = b.period_start where b.period_start >= ?";

  private final Sql sql;

  @Inject
  public NervousnessStore(Sql sql) {
    this.sql = sql;
  }

  NervousnessStore() {
    this(null);
  }

  /** A version that readers saw, with the first of its periods. */
  public record Shown(long versionId, LocalDate origin) {}

  /**
   * Versions that followed each other, newest first; of fewer than two nothing changed.
   *
   * @param seriesId the one series that is wanted, empty = all
   */
  public record Filter(List<Shown> versions, Optional<Long> seriesId) {
    public Filter {
      versions = List.copyOf(versions);
    }
  }

  /**
   * What became of the figures of one series, base units.
   *
   * @param periods how many figures were compared with the one of the version before
   * @param moved Σ of the absolute differences
   * @param level Σ of the means of both
   */
  public record Moved(long seriesId, SeriesKey key, long periods, double moved, double level) {}

  /** Returns the versions of a plan that readers saw first last, in its newest bucket. */
  public List<Shown> newest(String plan, int limit) {
    return sql.list(
        row -> new Shown(row.getLong(1), row.getObject(2, LocalDate.class)),
        "select v.version_id, v.origin from archived_version v where v.plan_name = ?"
            + " and v.bucket = (select n.bucket from archived_version n where n.plan_name = ?"
            + " order by n.published_at desc, n.version_id desc fetch first 1 rows only)"
            + " order by v.published_at desc, v.version_id desc fetch first ? rows only",
        plan,
        plan,
        limit);
  }

  /**
   * Returns series with a larger number, ordered by it, that the newest of the versions recommends
   * to forecast and that were forecast for any period twice.
   */
  public List<Moved> page(DataScope scope, Filter filter, long after, int limit) {
    if (filter.versions().size() < 2) {
      return List.of();
    }
    List<Moved> found = new ArrayList<>();
    List<Long> numbers = numbers(scope, filter, after, limit);
    while (found.size() < limit && !numbers.isEmpty()) {
      found.addAll(moved(filter, numbers));
      long last = numbers.get(numbers.size() - 1);
      numbers = numbers(scope, filter, last, limit - found.size());
    }
    return found;
  }

  private List<Long> numbers(DataScope scope, Filter filter, long after, int limit) {
    return sql.list(
        row -> row.getLong(1),
        Query.of(
                "select s.series_id from series s where s.series_id > ? and exists (select 1 from"
                    + " archived_series x where x.series_id = s.series_id and x.version_id = ?"
                    + " and x.verdict <> ? and x.series_id > ?)",
                after,
                filter.versions().get(0).versionId(),
                Verdict.DO_NOT_FORECAST,
                after)
            .and("s.series_id = ?", filter.seriesId())
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" order by s.series_id")
            .first(limit));
  }

  private List<Moved> moved(Filter filter, List<Long> numbers) {
    List<Shown> versions = filter.versions();
    List<Moved> all = new ArrayList<>();
    for (List<Long> some : Sql.blocks(numbers)) {
      Query query = Query.of(MOVED, versions.get(versions.size() - 2).origin());
      // Of each table: a database that is told of one alone reads the archive as a whole.
      query.andIn("k.series_id", some).andIn("a.series_id", some).andIn("b.series_id", some);
      query.add(" and (1 = 0");
      for (int i = 1; i < versions.size(); i++) {
        query.add(
            " or a.version_id = ? and b.version_id = ?",
            versions.get(i).versionId(),
            versions.get(i - 1).versionId());
      }
      all.addAll(
          sql.list(
              row ->
                  new Moved(
                      row.getLong("series_id"),
                      new SeriesKey(
                          row.getString("org_id"),
                          row.getString("item_id"),
                          row.getString("site_id"),
                          row.getString("channel_id")),
                      row.getLong("periods"),
                      row.getDouble("moved"),
                      row.getDouble("level")),
              query.add(
                  ") group by k.series_id, k.org_id, k.item_id, k.site_id, k.channel_id"
                      + " order by k.series_id")));
    }
    return all;
  }
}
