package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Sums up the part of versions that somebody may see. */
@ApplicationScoped
public class VersionPartStore {
  private static final String TOTAL = Decimals.shown("f.total_mean");

  private final Sql sql;

  @Inject
  public VersionPartStore(Sql sql) {
    this.sql = sql;
  }

  VersionPartStore() {
    this(null);
  }

  /**
   * What of a version lies within a scope.
   *
   * @param series with a forecast
   * @param failed series without one
   * @param totalMean Σ of all means: of each series its total at the end of the horizon
   */
  public record Part(
      long series, long failed, double totalMean, VersionStore.NotRecommended notRecommended) {
    public static final Part NOTHING = new Part(0, 0, 0, new VersionStore.NotRecommended(0, 0));
  }

  /** Returns the parts of versions by their numbers; of which nothing is within, none. */
  public Map<Long, Part> of(DataScope scope, Collection<Long> versionIds) {
    Map<Long, Part> parts = new HashMap<>();
    if (versionIds.isEmpty()) {
      return parts;
    }
    sql.each(
        row ->
            parts.put(
                row.getLong("version_id"),
                new Part(
                    row.getLong("forecast_series"),
                    row.getLong("failed_series"),
                    row.getDouble("total_mean"),
                    new VersionStore.NotRecommended(
                        row.getLong("not_recommended"), row.getDouble("not_recommended_mean")))),
        part -> {},
        Query.of("select v.version_id,")
            .add(" sum(case when r.failure is null then 1 else 0 end) as forecast_series,")
            .add(" sum(case when r.failure is null then 0 else 1 end) as failed_series,")
            .add(" coalesce(sum(" + TOTAL + "), 0) as total_mean,")
            .add(" sum(case when f.step is not null and r.verdict = ? then 1 else 0 end)", NOT)
            .add(" as not_recommended,")
            .add(" coalesce(sum(case when r.verdict = ? then " + TOTAL + " else 0 end), 0)", NOT)
            .add(" as not_recommended_mean from version_series v")
            .add(" join forecast_version w on w.version_id = v.version_id")
            .add(" join series s on s.series_id = v.series_id")
            .add(" join series_result r on r.version_id = v.result_of")
            .add(" and r.series_id = v.series_id")
            .add(" left join forecast f on f.version_id = v.version_id")
            .add(" and f.series_id = v.series_id and f.step = w.horizon where 1 = 1")
            .andIn("v.version_id", versionIds)
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" group by v.version_id"));
    return parts;
  }

  private static final Verdict NOT = Verdict.DO_NOT_FORECAST;
}
