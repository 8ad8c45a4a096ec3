package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * The distribution of the total demand of each series of a version. A version that was made before
 * it was kept has none.
 */
@ApplicationScoped
public class TotalsStore {
  private final Sql sql;

  @Inject
  public TotalsStore(Sql sql) {
    this.sql = sql;
  }

  TotalsStore() {
    this(null);
  }

  /** The totals of one series. */
  public record Totals(long seriesId, TotalDemand demand) {}

  /**
   * Which series are meant; an empty part means any.
   *
   * @param scope what whoever asks may see
   */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> channel) {}

  /** A series that a version has a forecast of. */
  public record Entry(long seriesId, SeriesKey key, String itemCode, String uom, Verdict verdict) {}

  /** Returns series with a larger number that a version has forecasts of, ordered by it. */
  public List<Entry> series(long versionId, Filter filter, long after, int limit) {
    return sql.list(
        row ->
            new Entry(
                row.getLong("series_id"),
                new SeriesKey(
                    row.getString("org_id"),
                    row.getString("item_id"),
                    row.getString("site_id"),
                    row.getString("channel_id")),
                row.getString("item_code"),
                row.getString("uom"),
                Verdict.valueOf(row.getString("verdict"))),
        Query.of(
                "select v.series_id, s.org_id, s.item_id, s.site_id, s.channel_id, r.verdict,"
                    + " coalesce(i.item_code, s.item_id) as item_code,"
                    + " coalesce(i.uom_id, '') as uom from version_series v"
                    + " join series s on s.series_id = v.series_id"
                    + " join series_result r on r.version_id = v.result_of"
                    + " and r.series_id = v.series_id"
                    + " left join item i on i.org_id = s.org_id and i.item_id = s.item_id"
                    + " where v.version_id = ? and v.series_id > ? and r.failure is null",
                versionId,
                after)
            .and("s.org_id = ?", filter.org())
            .and("s.item_id = ?", filter.item())
            .and("s.site_id = ?", filter.site())
            .and("s.channel_id = ?", filter.channel())
            .within(filter.scope(), ScopeColumns.ofSeries("s"))
            .add(" order by v.series_id")
            .first(limit));
  }

  /**
   * How much a series sells, and how evenly.
   *
   * @param volume base units over the horizon
   * @param mean base units in the first period
   * @param spread of the first period, from the 10 % to the 90 % quantile
   */
  public record Pace(double volume, double mean, double spread) {}

  /** Returns the pace of every series that a version has forecasts of. */
  public Map<Long, Pace> paces(long versionId) {
    Map<Long, Pace> paces = new HashMap<>();
    sql.each(
        row ->
            paces.put(
                row.getLong(1), new Pace(row.getDouble(2), row.getDouble(3), row.getDouble(4))),
        pace -> {},
        "select series_id, coalesce(max(total_mean), sum(case when total_mean is null"
            + " then cast(cast(mean as varchar(40)) as numeric(30, 6)) end)),"
            + " max(case when step = 1 then mean end),"
            + " max(case when step = 1 then p90 - p10 end)"
            + " from forecast where version_id = ? group by series_id",
        versionId);
    return paces;
  }

  /** Writes the totals of series; what these had in this version is replaced. */
  public void replace(long versionId, List<Totals> totals) {
    sql.batch(
        "delete from forecast_totals where version_id = ? and series_id = ?",
        totals.stream().map(t -> new Object[] {versionId, t.seriesId()}).toList());
    sql.batch(
        "insert into forecast_totals (version_id, series_id, totals) values (?, ?, ?)",
        totals.stream()
            .map(t -> new Object[] {versionId, t.seriesId(), TotalsCodec.bytes(t.demand())})
            .toList());
  }

  /** Takes over the totals of all series whose results a version shares with another. */
  @Transactional
  public void keep(long versionId, long otherId) {
    sql.update(
        "delete from forecast_totals where version_id = ? and series_id in"
            + " (select series_id from version_series where version_id = ? and result_of <> ?)",
        versionId,
        versionId,
        versionId);
    sql.update(
        "insert into forecast_totals (version_id, series_id, totals)"
            + " select v.version_id, t.series_id, t.totals from version_series v"
            + " join forecast_totals t on t.version_id = ? and t.series_id = v.series_id"
            + " where v.version_id = ? and v.result_of <> ?",
        otherId,
        versionId,
        versionId);
  }

  /** Returns the totals of these series of a version; series that have none are left out. */
  public Map<Long, TotalDemand> of(long versionId, Collection<Long> seriesIds) {
    Map<Long, byte[]> bytes = bytes(versionId, seriesIds);
    Optional<Period> origin = origin(versionId);
    if (bytes.isEmpty() || origin.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<BandedStep>> rows =
        sql
            .listOf(
                row -> Map.entry(row.getLong(1), ForecastStore.bands(row, 2)),
                "select f.series_id, f.step, f.mean, f.p10, f.p50, f.p90, f.total_mean,"
                    + " f.total_p10, f.total_p50, f.total_p90 from (#) n (id)"
                    + " left join forecast f on f.version_id = ? and f.series_id = n.id"
                    + " where f.step is not null order by f.series_id, f.step",
                bytes.keySet(),
                versionId)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<Long, TotalDemand> totals = new HashMap<>();
    bytes.forEach((id, b) -> totals.put(id, TotalsCodec.totals(b, origin.get(), rows.get(id))));
    return totals;
  }

  private Optional<Period> origin(long versionId) {
    return sql.first(
        row -> Period.of(Bucket.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)),
        "select bucket, origin from forecast_version where version_id = ?",
        versionId);
  }

  /** Returns them as the bytes that are kept beside the rows, for the content hash. */
  public Map<Long, byte[]> bytes(long versionId, Collection<Long> seriesIds) {
    return sql
        .listOf(
            row -> Map.entry(row.getLong(1), row.getBytes(2)),
            "select t.series_id, t.totals from (#) n (id) left join forecast_totals t"
                + " on t.version_id = ? and t.series_id = n.id where t.totals is not null",
            seriesIds,
            versionId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }
}
