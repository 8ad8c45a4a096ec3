package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/** What readers saw when: versions as the archive remembers them, also when they are removed. */
@ApplicationScoped
public class SeenStore {
  private final Sql sql;

  @Inject
  public SeenStore(Sql sql) {
    this.sql = sql;
  }

  SeenStore() {
    this(null);
  }

  /**
   * A version as it is archived.
   *
   * @param origin the first day of its first period
   * @param lastPeriod the first day of its last period
   */
  public record Seen(long versionId, Bucket bucket, LocalDate origin, LocalDate lastPeriod) {}

  /**
   * A series of a version that readers saw.
   *
   * @param still whether another version has forecasts of it too
   */
  public record SeenSeries(
      long seriesId,
      String org,
      String item,
      String itemCode,
      String category,
      String site,
      String channel,
      String uom,
      boolean still) {}

  /** Returns the version of a plan that readers saw at an instant, empty before the first. */
  public Optional<Long> at(String plan, Instant at) {
    return last(plan, "changed_at <= ?", at);
  }

  /** Returns the version of a plan that readers saw right before an instant, likewise. */
  public Optional<Long> before(String plan, Instant before) {
    return last(plan, "changed_at < ?", before);
  }

  private Optional<Long> last(String plan, String when, Instant instant) {
    return sql
        .list(
            row -> row.getLong(1),
            Query.of("select version_id from publication_log where plan_name = ?", plan)
                .and(when, new Object[] {instant})
                .add(" order by plan_name desc, changed_at desc, version_id desc")
                .first(1))
        .stream()
        .findFirst();
  }

  /** Returns a version as it is archived, empty where it is not, or not any more. */
  public Optional<Seen> find(long versionId) {
    return sql.first(
        row ->
            new Seen(
                versionId,
                Bucket.valueOf(row.getString("bucket")),
                row.getObject("origin", LocalDate.class),
                row.getObject("last_period", LocalDate.class)),
        "select bucket, origin, last_period from archived_version where version_id = ?",
        versionId);
  }

  /**
   * Where series are looked for.
   *
   * @param seen the archived version whose series they are
   * @param now the version that may have forecasts of them still
   * @param onlyGone whether those that it has are left out
   * @param from the first series
   * @param to the last one
   */
  public record Between(long seen, long now, boolean onlyGone, long from, long to) {}

  /** Returns series of a version that readers saw, in their order. */
  public List<SeenSeries> series(Between between, SeriesSelection which, int limit) {
    String still =
        "exists (select 1 from version_series v join series_result r on r.version_id = v.result_of"
            + " and r.series_id = v.series_id where v.version_id = ? and v.series_id = a.series_id"
            + " and r.failure is null)";
    Query query =
        Query.of("select a.series_id, s.org_id, s.item_id, s.site_id, s.channel_id,")
            .add(" coalesce(i.item_code, s.item_id) as item_code,")
            .add(" coalesce(i.category, '') as category, coalesce(i.uom_id, '') as uom, ")
            .add(between.onlyGone() ? "false" : still, ofNow(!between.onlyGone(), between))
            .add(" as still from archived_series a join series s on s.series_id = a.series_id")
            .add(" left join item i on i.org_id = s.org_id and i.item_id = s.item_id")
            .add(" where a.version_id = ?", between.seen())
            .and("a.series_id between ? and ?", between.from(), between.to());
    if (between.onlyGone()) {
      query.and("not " + still, ofNow(true, between));
    }
    return sql.list(
        row ->
            new SeenSeries(
                row.getLong("series_id"),
                row.getString("org_id"),
                row.getString("item_id"),
                row.getString("item_code"),
                row.getString("category"),
                row.getString("site_id"),
                row.getString("channel_id"),
                row.getString("uom"),
                row.getBoolean("still")),
        which.narrow(query).add(" order by a.series_id").first(limit));
  }

  private static Object[] ofNow(boolean asked, Between between) {
    return asked ? new Object[] {between.now()} : new Object[0];
  }
}
