package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;

/** Sums up what a version holds, page by page in the order of keys. */
@ApplicationScoped
public class VersionSums {
  /** Series whose rows are in memory at a time. */
  private static final int PAGE = 500;

  private final ForecastStore forecasts;
  private final TotalsStore totals;
  private final ResultStore results;
  private final SeriesStore series;

  @Inject
  VersionSums(
      ForecastStore forecasts, TotalsStore totals, ResultStore results, SeriesStore series) {
    this.forecasts = forecasts;
    this.totals = totals;
    this.results = results;
    this.series = series;
  }

  VersionSums() {
    this(null, null, null, null);
  }

  /** Returns the sums and the content hash of a version. */
  VersionStore.Contents of(long versionId) {
    VersionContents contents = new VersionContents();
    List<SeriesStore.Ref> sorted =
        series.all().stream().sorted(Comparator.comparing(SeriesStore.Ref::key)).toList();
    for (int from = 0; from < sorted.size(); from += PAGE) {
      List<SeriesStore.Ref> page = sorted.subList(from, Math.min(sorted.size(), from + PAGE));
      List<Long> ids = page.stream().map(SeriesStore.Ref::seriesId).toList();
      Map<Long, List<ForecastStore.Row>> rows = forecasts.ofSeries(versionId, ids);
      Map<Long, byte[]> bytes = totals.bytes(versionId, ids);
      for (SeriesStore.Ref ref : page) {
        rows.getOrDefault(ref.seriesId(), List.of()).forEach(row -> contents.add(ref.key(), row));
        Optional.ofNullable(bytes.get(ref.seriesId())).ifPresent(contents::add);
      }
    }
    return contents.close(results.countForecast(versionId), results.countFailed(versionId));
  }
}
