package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.store.sql.Sql;

/** Keeps what was ordered already for the steps of a version. {@link ForecastStore} reads it. */
@ApplicationScoped
public class OpenDemandStore {
  private final Sql sql;

  @Inject
  OpenDemandStore(Sql sql) {
    this.sql = sql;
  }

  OpenDemandStore() {
    this(null);
  }

  /** Writes the open demand of series, in place of what they had in this version. */
  public void replace(long versionId, Map<Long, OpenDemand> ofSeries) {
    sql.batch(
        "delete from open_demand where version_id = ? and series_id = ?",
        ofSeries.keySet().stream().map(id -> new Object[] {versionId, id}).toList());
    List<Object[]> rows = new ArrayList<>();
    ofSeries.forEach(
        (id, open) -> {
          int step = 0;
          for (OpenDemand.Step s : open.steps()) {
            rows.add(new Object[] {versionId, id, ++step, s.units(), s.total()});
          }
        });
    sql.batch(
        "insert into open_demand (version_id, series_id, step, units, total_units)"
            + " values (?, ?, ?, ?, ?)",
        rows);
  }
}
