package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.Bucket;
import org.demandwright.store.sql.Sql;

/** How far what readers were told of the next period lay from what came, series by series. */
@ApplicationScoped
public class ForecastErrorStore {
  private final Sql sql;

  @Inject
  public ForecastErrorStore(Sql sql) {
    this.sql = sql;
  }

  ForecastErrorStore() {
    this(null);
  }

  /** What came less what was told, base units, of a period; the newest version that told it. */
  private record Error(long seriesId, LocalDate start, double error) {}

  /**
   * Returns the errors of these series by the first days of their periods, in order; of periods
   * without stock none. The next period of a version is that of its origin: so the archive, which
   * has a row of each step of each version, is asked for one row a version by its whole key.
   *
   * @param from the first day of the oldest period that is wanted
   */
  public Map<Long, TreeMap<LocalDate, Double>> ofNextPeriod(
      String plan, Bucket bucket, LocalDate from, Collection<Long> seriesIds) {
    List<Error> errors = new ArrayList<>();
    errors.addAll(
        sql.listOf(
            row ->
                new Error(
                    row.getLong(1),
                    row.getObject(2, LocalDate.class),
                    row.getDouble(3) - row.getDouble(4)),
            "select a.series_id, a.period_start, d.units, a.final_units from (#) n (id)"
                + " left join archived_version v on v.plan_name = ? and v.bucket = ?"
                + " and v.origin >= ?"
                + " left join forecast_archive a on a.series_id = n.id"
                + " and a.period_start = v.origin and a.version_id = v.version_id"
                + " left join archived_demand d on d.series_id = a.series_id"
                + " and d.bucket = v.bucket and d.period_start = a.period_start"
                + " where a.lag = 1 and d.observed"
                + " order by a.series_id, a.period_start, a.version_id",
            seriesIds,
            plan,
            bucket.name(),
            from));
    Map<Long, TreeMap<LocalDate, Double>> found = new HashMap<>();
    errors.forEach(
        e -> found.computeIfAbsent(e.seriesId(), id -> new TreeMap<>()).put(e.start(), e.error()));
    return found;
  }
}
