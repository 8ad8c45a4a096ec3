package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.store.sql.Sql;

/**
 * What readers were told, period by period, and what was then wanted: what is needed to say later
 * how good forecasts of so many steps ahead were. It outlives the rows of the versions.
 */
@ApplicationScoped
public class ArchiveStore {
  private static final String VERSION =
      "insert into archived_version (version_id, plan_name, bucket, origin, last_period,"
          + " published_at) select v.version_id, v.plan_name, v.bucket, v.origin,"
          + " (select coalesce(max(f.period_start), v.origin) from forecast f"
          + " where f.version_id = v.version_id), ? from forecast_version v where v.version_id = ?"
          + " and not exists (select 1 from archived_version a where a.version_id = v.version_id)";

  private static final String SERIES =
      "insert into archived_series (series_id, version_id, model_id, pattern, verdict, naive_error,"
          + " squared_scale)"
          + " select r.series_id, v.version_id, case when position('+' in r.model_id) > 0 then"
          + " substring(r.model_id from 1 for position('+' in r.model_id) - 1) else r.model_id end,"
          + " r.pattern, r.verdict, r.naive_error, r.squared_scale from version_series v join series_result r"
          + " on r.version_id = v.result_of and r.series_id = v.series_id"
          + " where v.version_id = ? and r.failure is null";

  private static final String PERIODS =
      "insert into forecast_archive (series_id, period_start, version_id, lag, baseline,"
          + " final_units, p10, p90) select f.series_id, f.period_start, f.version_id, f.step,"
          + " f.mean, f.mean, f.p10, f.p90 from forecast f where f.version_id = ?"
          + " order by f.series_id, f.step";

  private final Sql sql;

  @Inject
  public ArchiveStore(Sql sql) {
    this.sql = sql;
  }

  ArchiveStore() {
    this(null);
  }

  /**
   * Archives a version that readers see from now on, in the transaction that shows it; one that is
   * archived already, because they have seen it before, stays as it is.
   */
  void keep(long versionId, Instant now) {
    if (sql.update(VERSION, now, versionId) > 0) {
      sql.update(SERIES, versionId);
      sql.update(PERIODS, versionId);
    }
  }

  /**
   * Archives what was wanted in the newest periods, as far as they were forecast to readers; what
   * is there already is corrected.
   *
   * @param raw demand as it was booked by series; all end at the same period
   * @param periods how many are looked at, back from the newest
   */
  @Transactional
  public void keepDemand(Map<Long, DemandSeries> raw, int periods) {
    if (raw.isEmpty()) {
      return;
    }
    Period end = raw.values().iterator().next().end();
    Optional<LocalDate> first =
        sql.first(
            row -> row.getObject(1, LocalDate.class),
            "select min(origin) from archived_version where bucket = ?",
            end.bucket().name());
    if (first.isEmpty() || !first.get().isBefore(end.start())) {
      return;
    }
    int back = Math.min(periods, Period.of(end.bucket(), first.get()).until(end));
    Set<Demanded> known = known(end.plus(-back), raw);
    List<Demanded> changed = new ArrayList<>();
    raw.forEach(
        (id, series) -> {
          for (int i = Math.max(0, series.size() - back); i < series.size(); i++) {
            Demanded d =
                new Demanded(
                    id, series.period(i).start(), series.units().get(i), series.observed(i));
            if (!known.contains(d)) {
              changed.add(d);
            }
          }
        });
    replace(end.bucket(), changed);
  }

  /** What was wanted of a series in a period. */
  private record Demanded(long seriesId, LocalDate start, double units, boolean observed) {}

  private Set<Demanded> known(Period from, Map<Long, DemandSeries> raw) {
    Set<Demanded> known = new HashSet<>();
    sql.listIn(
            row ->
                new Demanded(
                    row.getLong(1),
                    row.getObject(2, LocalDate.class),
                    row.getDouble(3),
                    row.getBoolean(4)),
            "select series_id, period_start, units, observed from archived_demand"
                + " where bucket = ? and period_start >= ? and series_id in (#)",
            raw.keySet(),
            from.bucket().name(),
            from.start())
        .forEach(known::add);
    return known;
  }

  private void replace(Bucket bucket, List<Demanded> demand) {
    String name = bucket.name();
    sql.batch(
        "delete from archived_demand where series_id = ? and bucket = ? and period_start = ?",
        demand.stream().map(d -> new Object[] {d.seriesId(), name, d.start()}).toList());
    sql.insertAll(
        "archived_demand",
        "series_id, bucket, period_start, units, observed",
        demand.stream()
            .map(d -> new Object[] {d.seriesId(), name, d.start(), d.units(), d.observed()})
            .toList());
  }

  /**
   * Removes what was told and wanted of periods that began before a day, series by series; what is
   * left when it breaks off is removed by the next purge.
   */
  public void deleteBefore(LocalDate day) {
    if (sql.number("select count(*) from archived_version where origin < ?", day) == 0) {
      return;
    }
    List<Long> series = sql.list(row -> row.getLong(1), "select series_id from series");
    for (List<Long> block : Sql.blocks(series)) {
      List<Object[]> each = block.stream().map(id -> new Object[] {id, day}).toList();
      sql.batch("delete from forecast_archive where series_id = ? and period_start < ?", each);
      sql.batch("delete from archived_demand where series_id = ? and period_start < ?", each);
      sql.batch(
          "delete from archived_series where series_id = ? and version_id in"
              + " (select version_id from archived_version where last_period < ?)",
          each);
    }
    sql.update("delete from archived_version where last_period < ?", day);
  }
}
