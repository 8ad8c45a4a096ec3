package org.demandwright.store;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.sql.Sql;

/** The rows of a version straight from its store. */
public final class VersionRows {
  private VersionRows() {}

  /** Hands on the rows in the order of key and step. */
  public static void each(
      DataSource store, long versionId, BiConsumer<SeriesKey, ForecastStore.Row> consumer) {
    Sql sql = new Sql(store);
    ForecastStore forecasts = new ForecastStore(sql);
    new SeriesStore(sql)
        .all().stream()
            .sorted(Comparator.comparing(SeriesStore.Ref::key))
            .forEach(
                ref ->
                    forecasts
                        .ofSeries(versionId, List.of(ref.seriesId()))
                        .getOrDefault(ref.seriesId(), List.of())
                        .forEach(row -> consumer.accept(ref.key(), row)));
  }
}
