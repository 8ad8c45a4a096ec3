package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.quality.DemandLineage;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.KnownLineStore;
import org.demandwright.store.run.RunStore;

/**
 * Follows a published value back to the rows of the ERP: the demand that its models received is
 * derived anew from the lines and corrections as they were known when the version was made, and
 * held against what was kept of it then.
 */
@ApplicationScoped
@Transactional
public class ForecastLineage {
  private final ShownVersions versions;
  private final ForecastStore forecasts;
  private final SnapshotStore snapshots;
  private final SeriesStore series;
  private final LayerStore layers;
  private final KnownLineStore lines;
  private final ExplainForecast explain;
  private final SeriesScopeStore seen;
  private final RunStore runs;

  @Inject
  ForecastLineage(
      ShownVersions versions,
      ForecastStore forecasts,
      SnapshotStore snapshots,
      SeriesStore series,
      LayerStore layers,
      KnownLineStore lines,
      ExplainForecast explain,
      SeriesScopeStore seen,
      RunStore runs) {
    this.versions = versions;
    this.forecasts = forecasts;
    this.snapshots = snapshots;
    this.series = series;
    this.layers = layers;
    this.lines = lines;
    this.explain = explain;
    this.seen = seen;
    this.runs = runs;
  }

  ForecastLineage() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /**
   * The demand behind a published value.
   *
   * @param knownAt the instant as of which lines and corrections are seen
   * @param dataAsOf the first day that was not known
   * @param layers the corrections that were laid, in the order of {@link
   *     DemandLineage.Sum#corrections}
   */
  public record Demand(
      ForecastStore.Row forecast,
      Instant knownAt,
      LocalDate dataAsOf,
      List<LayerStore.Entry> layers,
      DemandLineage lineage) {
    public Demand {
      layers = List.copyOf(layers);
    }
  }

  /**
   * What a published value comes from.
   *
   * @param value as it is published
   * @param explanation of its step, empty where the version was made before there were any
   */
  public record Origin(
      VersionRecord version,
      PublishedForecast value,
      Optional<SeriesExplanation> explanation,
      Demand demand) {}

  /**
   * Follows a value back.
   *
   * @throws Refused NOT_FOUND where there is no such value, GONE where its version is removed
   */
  public Origin origin(DataScope scope, ForecastId id) {
    VersionRecord version = Versions.record(version(id), runs);
    Demand demand = demand(scope, id);
    Optional<Integer> itself = Optional.of(demand.forecast().bands().step());
    return new Origin(
        version,
        new PublishedForecast(demand.forecast(), true, version.createdAt(), Optional.empty()),
        explain.of(
            scope,
            id.seriesId(),
            new VersionChoice(Optional.of(id.versionId()), Optional.empty()),
            itself,
            itself,
            true),
        demand);
  }

  /**
   * Derives the demand behind a value.
   *
   * @throws Refused NOT_FOUND where there is no such value, GONE where its version is removed
   */
  public Demand demand(DataScope scope, ForecastId id) {
    VersionStore.Version version = version(id);
    requireSeen(scope, id);
    SnapshotStore.Snapshot snapshot =
        snapshots.find(id.versionId(), id.seriesId()).orElseThrow(id::missing);
    Recipe recipe = version.recipe();
    SeriesStore.View view = view(version);
    List<DayTotal> booked =
        series.days(id.seriesId(), id.seriesId(), view).stream()
            .map(d -> new DayTotal(d.day(), d.gross(), d.returned()))
            .toList();
    List<LayerStore.Entry> laid =
        layers.activeAt(view.knownAt().orElseThrow(), id.seriesId(), id.seriesId());
    return new Demand(
        value(id),
        view.knownAt().orElseThrow(),
        recipe.dataAsOf(),
        laid,
        DemandLineage.of(
            booked,
            recipe.returns(),
            laid.stream().map(LayerStore.Entry::layer).toList(),
            snapshot.input().series(),
            recipe.dataAsOf()));
  }

  /**
   * Returns rows of the ERP behind a value, in the order of their days and identities.
   *
   * @param from the first day, by default the first of all
   * @param to the last day, included; by default the last that was known
   */
  public Page<KnownLineStore.KnownLine> rows(
      DataScope scope,
      ForecastId id,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> cursor,
      int limit) {
    VersionStore.Version version = version(id);
    requireSeen(scope, id);
    value(id);
    List<KnownLineStore.KnownLine> rows =
        lines.page(
            id.seriesId(),
            view(version),
            from.orElse(LocalDate.EPOCH.minusYears(1_000)),
            to.orElse(version.recipe().dataAsOf()),
            cursor.map(ForecastLineage::position).orElse(KnownLineStore.Position.START),
            limit);
    return Page.of(
        rows, limit, last -> Cursors.ofTexts(last.countsOn().toString(), last.line().lineId()));
  }

  private static KnownLineStore.Position position(String cursor) {
    String[] parts = Cursors.texts(cursor, 2);
    return new KnownLineStore.Position(Cursors.day(parts[0]), parts[1]);
  }

  /** Lines as they were known when the version was opened: its import was over by then. */
  private static SeriesStore.View view(VersionStore.Version version) {
    Recipe recipe = version.recipe();
    return new SeriesStore.View(
        recipe.dataAsOf(),
        recipe.knownAt().or(() -> Optional.of(version.createdAt())),
        recipe.returns().onDayOfSale());
  }

  private VersionStore.Version version(ForecastId id) {
    return versions.version(id.versionId()).orElseThrow(id::removed);
  }

  private void requireSeen(DataScope scope, ForecastId id) {
    if (!seen.holds(scope, id.seriesId())) {
      throw id.missing();
    }
  }

  private ForecastStore.Row value(ForecastId id) {
    return forecasts.find(id.versionId(), id.seriesId(), id.periodStart()).orElseThrow(id::missing);
  }
}
