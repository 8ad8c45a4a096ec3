package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.Correction;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * The layers between the raw demand of a series and what the models of a version saw: corrections
 * of people, peaks that were lowered, newest demand that waits to be confirmed, and sales that were
 * probably lost for want of stock. The last three are computed anew from the version's snapshot by
 * the very function that its models were fed by.
 */
@ApplicationScoped
public class SeriesLayers {
  private final ShownVersions versions;
  private final SnapshotStore snapshots;
  private final LayerStore layers;
  private final SeriesScopeStore series;

  @Inject
  SeriesLayers(
      ShownVersions versions, SnapshotStore snapshots, LayerStore layers, SeriesScopeStore series) {
    this.versions = versions;
    this.snapshots = snapshots;
    this.layers = layers;
    this.series = series;
  }

  SeriesLayers() {
    this(null, null, null, null);
  }

  /**
   * One value that was changed.
   *
   * @param layerId of a person's correction, empty of the program's
   * @param last the last day, included
   * @param before base units of these days below the layer
   * @param after base units above it
   * @param availability share 0–1 of the period in which the item could be bought
   * @param reason what was found, or why a person did it
   */
  public record Layer(
      Optional<Long> layerId,
      DemandLayer.Kind kind,
      LocalDate first,
      LocalDate last,
      double before,
      double after,
      double availability,
      Words reason,
      String author) {}

  /**
   * All layers of one series in one version.
   *
   * @param layers those of people first, then by time
   */
  public record Layers(long versionId, long seriesId, List<Layer> layers) {
    public Layers {
      layers = List.copyOf(layers);
    }

    /** Returns the units that were probably lost for want of stock; no part of gross demand. */
    public double lostSales() {
      return layers.stream()
          .filter(l -> l.kind() == DemandLayer.Kind.LOST_SALES)
          .mapToDouble(l -> l.after() - l.before())
          .sum();
    }

    /** Returns the number of periods in which sales were lost. */
    public long periodsOfLostSales() {
      return layers.stream().filter(l -> l.kind() == DemandLayer.Kind.LOST_SALES).count();
    }
  }

  /** Returns the layers of a series in the given version, by default the published one. */
  @Transactional
  public Optional<Layers> of(DataScope scope, long seriesId, VersionChoice choice) {
    return versions
        .meant(choice)
        .filter(v -> series.holds(scope, seriesId))
        .flatMap(v -> of(seriesId, v));
  }

  private Optional<Layers> of(long seriesId, VersionStore.Version v) {
    return snapshots
        .find(v.versionId(), seriesId)
        .map(
            snapshot ->
                new Layers(
                    v.versionId(),
                    seriesId,
                    Stream.concat(ofPeople(v.versionId(), seriesId), ofProgram(snapshot, v))
                        .toList()));
  }

  private Stream<Layer> ofPeople(long versionId, long seriesId) {
    return layers.applied(versionId, seriesId).stream().map(SeriesLayers::layer);
  }

  private static Layer layer(LayerStore.AppliedEntry applied) {
    LayerStore.Entry e = applied.entry();
    return new Layer(
        Optional.of(e.layerId()),
        e.layer().kind(),
        e.layer().first(),
        e.layer().last(),
        units(applied.before()),
        units(applied.after()),
        1,
        e.said(),
        e.author());
  }

  private static double units(BigDecimal units) {
    return units.doubleValue();
  }

  private static Stream<Layer> ofProgram(SnapshotStore.Snapshot snapshot, VersionStore.Version v) {
    DemandSeries series = snapshot.input().series();
    Covariates plans = snapshot.input().covariates().asKnownAt(series.size());
    Cleaned cleaned = DemandCleaner.clean(series, plans, v.recipe().season());
    return cleaned.corrections().stream()
        .filter(c -> c.kind() == Correction.Kind.OUTLIER || wasOut(snapshot.raw(), series, c))
        .map(c -> layer(series, c));
  }

  /** A period that a person excluded is filled for the models, too, but no sale was lost in it. */
  private static boolean wasOut(DemandSeries raw, DemandSeries series, Correction c) {
    int i = raw.first().until(series.period(c.index()));
    return i >= 0 && !raw.observed(i);
  }

  private static Layer layer(DemandSeries series, Correction c) {
    return new Layer(
        Optional.empty(),
        switch (c.kind()) {
          case OUTLIER -> DemandLayer.Kind.OUTLIER;
          case UNCONFIRMED -> DemandLayer.Kind.UNCONFIRMED;
          case STOCK_OUT -> DemandLayer.Kind.LOST_SALES;
        },
        series.period(c.index()).start(),
        series.period(c.index()).end().minusDays(1),
        c.from(),
        c.to(),
        series.availability().get(c.index()),
        c.reason(),
        "");
  }
}
