package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.CorrectedSeries;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.DemandLineage;
import org.demandwright.core.quality.LayeredDemand;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.EvidenceStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.intake.KnownLineStore;

/** Derives the demand behind a number from rows and corrections as they were known. */
@ApplicationScoped
public class DemandBehind {
  private static final int PAGE = 1_000;

  private final SnapshotStore snapshots;
  private final SeriesStore series;
  private final LayerStore layers;
  private final KnownLineStore lines;

  @Inject
  DemandBehind(
      SnapshotStore snapshots, SeriesStore series, LayerStore layers, KnownLineStore lines) {
    this.snapshots = snapshots;
    this.series = series;
    this.layers = layers;
    this.lines = lines;
  }

  DemandBehind() {
    this(null, null, null, null);
  }

  /**
   * The demand of a series.
   *
   * @param view as of which lines are seen
   * @param corrections in the order in which they were laid
   * @param received what the models received; of a removed version what rows and corrections come
   *     to
   * @param sums how it comes of rows and corrections
   * @param events of the calendar; none where the version is removed
   */
  public record Demand(
      SeriesStore.View view,
      List<LayerStore.Entry> corrections,
      DemandSeries received,
      DemandLineage sums,
      List<EventDays> events) {
    public Demand {
      corrections = List.copyOf(corrections);
      events = List.copyOf(events);
    }
  }

  /** Returns the demand behind a number; empty where there is none. */
  Optional<Demand> of(SeriesKey key, ForecastId id, EvidenceStore.Kept version) {
    long seriesId = id.seriesId();
    LocalDate asOf = version.recipe().dataAsOf();
    SeriesStore.View view =
        new SeriesStore.View(
            asOf, Optional.of(version.knownAt()), version.recipe().returns().onDayOfSale());
    List<DayTotal> booked =
        series.days(seriesId, seriesId, view).stream()
            .map(d -> new DayTotal(d.day(), d.gross(), d.returned()))
            .toList();
    List<LayerStore.Entry> laid = layers.activeAt(version.knownAt(), seriesId, seriesId);
    List<DemandLayer> corrections = laid.stream().map(LayerStore.Entry::layer).toList();
    Optional<SnapshotStore.Snapshot> snapshot = snapshots.find(id.versionId(), seriesId);
    return snapshot
        .map(s -> s.input().series())
        .or(() -> derived(key, version, booked, corrections))
        .map(
            received ->
                new Demand(
                    view,
                    laid,
                    received,
                    DemandLineage.of(
                        booked, version.recipe().returns(), corrections, received, asOf),
                    snapshot.map(s -> s.input().covariates().events().days()).orElse(List.of())));
  }

  private static Optional<DemandSeries> derived(
      SeriesKey key,
      EvidenceStore.Kept version,
      List<DayTotal> booked,
      List<DemandLayer> corrections) {
    LocalDate asOf = version.recipe().dataAsOf();
    List<DayTotal> ruled = booked.stream().map(version.recipe().returns()::apply).toList();
    return CorrectedSeries.of(
            key,
            ruled,
            LayeredDemand.of(ruled, corrections, asOf),
            List.of(),
            version.recipe().bucket(),
            asOf)
        .toOptional()
        .map(c -> c.corrected().series());
  }

  /** Returns rows behind a position, in order. */
  List<KnownLineStore.KnownLine> rows(
      ForecastId id, Demand demand, KnownLineStore.Position position) {
    return lines.page(
        id.seriesId(),
        demand.view(),
        KnownLineStore.Position.START.day(),
        demand.view().asOf(),
        position,
        PAGE);
  }
}
