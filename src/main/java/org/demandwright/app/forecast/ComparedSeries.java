package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.ForecastChange;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesRerun;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.RelaidHistory;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore.Version;

/** Reads all that is needed to say why two versions forecast a series otherwise. */
@ApplicationScoped
@Transactional
public class ComparedSeries {
  private final SnapshotStore snapshots;
  private final ModelStore models;
  private final GlobalFits fits;
  private final ResultStore results;
  private final ForecastStore forecasts;
  private final SeriesStore series;
  private final LayerStore layers;
  private final SeriesScopeStore seen;
  private final LinkedSeries links;

  @Inject
  ComparedSeries(
      SnapshotStore snapshots,
      ModelStore models,
      GlobalFits fits,
      ResultStore results,
      ForecastStore forecasts,
      SeriesStore series,
      LayerStore layers,
      SeriesScopeStore seen,
      LinkedSeries links) {
    this.snapshots = snapshots;
    this.models = models;
    this.fits = fits;
    this.results = results;
    this.forecasts = forecasts;
    this.series = series;
    this.layers = layers;
    this.seen = seen;
    this.links = links;
  }

  ComparedSeries() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /**
   * One series of a version.
   *
   * @param raw demand as it was booked
   * @param published what the version says of its periods, by their first days
   * @param alone what it forecast of the series by itself, where links change that
   */
  record Made(
      Version version,
      SeriesRerun rerun,
      DemandSeries raw,
      Map<LocalDate, PublishedForecast> published,
      Optional<DoubleVector> alone) {

    /** Returns what was forecast by itself of a period that is published. */
    double alone(PublishedForecast of) {
      return alone
          .map(mean -> mean.get(of.row().bands().step() - 1))
          .orElse(of.row().bands().mean());
    }
  }

  /**
   * Both versions.
   *
   * @param history see {@link ForecastChange#of}
   */
  record Pair(Made then, Made now, Optional<ForecastChange.History> history) {}

  /**
   * Reads a series of two versions.
   *
   * @throws Refused NOT_FOUND where there is no such series within the scope; CONFLICT where one of
   *     them has no forecast of it, or was made by models that are not installed any more
   */
  Pair read(DataScope scope, long seriesId, Version then, Version now) {
    if (!seen.holds(scope, seriesId)) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no series " + seriesId + ".");
    }
    Made earlier = made(seriesId, then);
    Made later = made(seriesId, now);
    return new Pair(earlier, later, history(seriesId, earlier, later));
  }

  private Made made(long seriesId, Version version) {
    SnapshotStore.Snapshot snapshot =
        snapshots
            .find(version.versionId(), seriesId)
            .orElseThrow(() -> noForecast(seriesId, version));
    LocalDate day = version.lineage().contestDay();
    KeptContest chosen =
        results.kept(version.versionId(), day, List.of(seriesId)).values().stream()
            .findFirst()
            .orElseThrow(() -> noForecast(seriesId, version));
    Recipe recipe = version.recipe();
    ForecastEngine engine = engine(version);
    Map<LocalDate, PublishedForecast> published = new TreeMap<>();
    forecasts
        .ofSeries(version.versionId(), List.of(seriesId))
        .getOrDefault(seriesId, List.of())
        .forEach(
            row ->
                published.put(
                    row.start(),
                    new PublishedForecast(row, true, version.createdAt(), Optional.empty())));
    return new Made(
        version,
        new SeriesRerun(
            engine,
            recipe.horizon(),
            version.lineage().training(),
            snapshot.input(),
            fits.of(version, engine),
            models.outlook(version.versionId()),
            chosen),
        snapshot.raw(),
        published,
        links.alone(version, seriesId));
  }

  private static ForecastEngine engine(Version version) {
    try {
      return new ForecastEngine(version.recipe().options());
    } catch (IllegalArgumentException unknownModel) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Version %d cannot be forecast again with the models that are installed: %s"
              .formatted(version.versionId(), unknownModel.getMessage()));
    }
  }

  private static Refused noForecast(long seriesId, Version version) {
    return new Refused(
        Refused.Kind.CONFLICT,
        "Version %d has no forecast of series %d.".formatted(version.versionId(), seriesId));
  }

  /** What the later version knows of the periods of the earlier one, under both's corrections. */
  private Optional<ForecastChange.History> history(long seriesId, Made then, Made now) {
    Period end = then.rerun().input().series().end();
    List<DemandLayer> before = laid(seriesId, then);
    List<DemandLayer> after = laid(seriesId, now);
    DemandSeries known = now.rerun().input().series();
    boolean sameEnd = known.end().equals(end);
    Optional<DemandSeries> restated =
        before.isEmpty() ? upTo(end, now.raw()) : relaid(seriesId, then, now, before);
    Optional<DemandSeries> corrected =
        sameEnd
            ? Optional.of(known)
            : after.isEmpty() ? upTo(end, known) : relaid(seriesId, then, now, after);
    return restated.flatMap(r -> corrected.map(c -> new ForecastChange.History(r, c)));
  }

  private static Optional<DemandSeries> upTo(Period end, DemandSeries series) {
    int size = series.first().until(end);
    return size > 0 ? Optional.of(series.head(size)) : Optional.empty();
  }

  private List<DemandLayer> laid(long seriesId, Made made) {
    return layers.activeAt(knownAt(made.version()), seriesId, seriesId).stream()
        .map(LayerStore.Entry::layer)
        .toList();
  }

  private static Instant knownAt(Version version) {
    return version.recipe().knownAt().orElse(version.createdAt());
  }

  private Optional<DemandSeries> relaid(
      long seriesId, Made then, Made now, List<DemandLayer> corrections) {
    Recipe recipe = now.version().recipe();
    LocalDate asOf = then.version().recipe().dataAsOf();
    List<DayTotal> booked =
        series
            .days(
                seriesId,
                seriesId,
                new SeriesStore.View(
                    asOf, Optional.of(knownAt(now.version())), recipe.returns().onDayOfSale()))
            .stream()
            .map(d -> recipe.returns().apply(new DayTotal(d.day(), d.gross(), d.returned())))
            .toList();
    return RelaidHistory.of(now.raw().key(), booked, corrections, recipe.bucket(), asOf, now.raw())
        .toOptional();
  }
}
