package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Score;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Shows one series with its history, forecast, backtests and contest. */
@ApplicationScoped
@Transactional
public class SeriesViews {
  private final ShownVersions versions;
  private final SeriesCatalog catalog;
  private final SnapshotStore snapshots;
  private final ResultStore results;
  private final ForecastStore forecasts;
  private final PlanWithoutForecast unusable;
  private final RunStore runs;

  @Inject
  SeriesViews(
      ShownVersions versions,
      SeriesCatalog catalog,
      SnapshotStore snapshots,
      ResultStore results,
      ForecastStore forecasts,
      PlanWithoutForecast unusable,
      RunStore runs) {
    this.versions = versions;
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.results = results;
    this.forecasts = forecasts;
    this.unusable = unusable;
    this.runs = runs;
  }

  SeriesViews() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Returns the chart of one series in the given version, by default the published one.
   *
   * @param notRecommended whether figures that are not recommended are wanted
   */
  public Optional<SeriesChart> chart(
      DataScope scope, long seriesId, VersionChoice choice, boolean notRecommended) {
    return versions.meant(choice).flatMap(v -> chart(scope, seriesId, v, notRecommended));
  }

  private Optional<SeriesChart> chart(
      DataScope scope, long seriesId, VersionStore.Version v, boolean notRecommended) {
    Optional<SeriesCatalog.Entry> entry = entry(scope, seriesId, v.versionId());
    Optional<SnapshotStore.Snapshot> snapshot = snapshots.find(v.versionId(), seriesId);
    Optional<ResultStore.Detail> detail = results.detail(v.versionId(), seriesId);
    if (entry.isEmpty() || snapshot.isEmpty() || detail.isEmpty()) {
      return Optional.empty();
    }
    SeriesHistory history = new SeriesHistory(snapshot.get(), detail.get());
    List<SeriesChart.Future> future = new ArrayList<>();
    forecasts.ofSeries(v.versionId(), List.of(seriesId)).getOrDefault(seriesId, List.of()).stream()
        .map(row -> future(row, history))
        .forEach(future::add);
    boolean usable = entry.get().usable();
    if (!usable && !notRecommended) {
      future.replaceAll(SeriesChart.Future::withoutFigures);
    }
    Map<String, Words> failures = new TreeMap<>();
    detail.get().failures().forEach((model, failure) -> failures.put(model, failure.said()));
    return Optional.of(
        new SeriesChart(
            record(entry.get()),
            Versions.record(v, runs),
            usable,
            usable ? Optional.empty() : Optional.of(unusable.of(v, seriesId, entry.get().uom())),
            history.periods(),
            future,
            detail.get().backtests().stream().map(b -> origin(b, history)).toList(),
            detail.get().scores().stream().map(SeriesViews::score).toList(),
            failures));
  }

  private Optional<SeriesCatalog.Entry> entry(DataScope scope, long seriesId, long versionId) {
    SeriesCatalog.Filter one =
        new SeriesCatalog.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(seriesId));
    return catalog.page(scope, versionId, one, 0, 1).stream().findFirst();
  }

  private static SeriesChart.Future future(ForecastStore.Row row, SeriesHistory history) {
    return new SeriesChart.Future(
        row.start(),
        history.told(row.bands().mean()),
        history.told(row.bands().p10()),
        history.told(row.bands().p50()),
        history.told(row.bands().p90()),
        row.over().flatMap(ForecastStore.Final::units).map(BigDecimal::doubleValue));
  }

  private static SeriesChart.Origin origin(Backtest b, SeriesHistory history) {
    return new SeriesChart.Origin(
        b.origin().start(),
        b.modelId(),
        b.forecast().stream().map(history::told).boxed().toList(),
        b.actual().stream().boxed().toList());
  }

  private static SeriesChart.ModelScore score(Score s) {
    return new SeriesChart.ModelScore(
        s.modelId(),
        s.rmsse(),
        s.mase(),
        s.actual() > 0 ? s.absoluteError() / s.actual() : Double.NaN,
        s.actual() > 0 ? s.error() / s.actual() : Double.NaN);
  }

  static SeriesRecord record(SeriesCatalog.Entry e) {
    return new SeriesRecord(
        e.seriesId(),
        e.org(),
        e.item(),
        e.itemName(),
        e.category(),
        e.uom(),
        e.site(),
        e.siteName(),
        e.channel(),
        Optional.ofNullable(e.leadTimeDays()),
        Optional.ofNullable(e.firstDemand()),
        Optional.ofNullable(e.lastDemand()),
        Optional.ofNullable(e.pattern()),
        Optional.ofNullable(e.modelId()),
        Optional.ofNullable(e.reason()),
        Optional.ofNullable(e.verdict()),
        Optional.ofNullable(e.rmsse())
            .map(v -> BigDecimal.valueOf(v).setScale(3, RoundingMode.HALF_EVEN)),
        Optional.ofNullable(e.failure()).map(Failure::said));
  }
}
