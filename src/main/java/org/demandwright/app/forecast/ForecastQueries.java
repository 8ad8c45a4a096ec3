package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunStore;

/** Reads forecasts, series and versions. By default only what is published. */
@ApplicationScoped
@Transactional
public class ForecastQueries {
  private final VersionStore versions;
  private final ForecastStore forecasts;
  private final PlanWithoutForecast unusable;
  private final SeriesCatalog catalog;
  private final RunStore runs;

  @Inject
  ForecastQueries(
      VersionStore versions,
      ForecastStore forecasts,
      PlanWithoutForecast unusable,
      SeriesCatalog catalog,
      RunStore runs) {
    this.versions = versions;
    this.forecasts = forecasts;
    this.unusable = unusable;
    this.catalog = catalog;
    this.runs = runs;
  }

  ForecastQueries() {
    this(null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param versionId a version other than the published one
   * @param changedSince only values that became another one after this instant
   * @param notRecommended whether figures of series that are not recommended to forecast are wanted
   */
  public record ForecastFilter(
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId,
      Optional<Long> versionId,
      Optional<Instant> changedSince,
      boolean notRecommended) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param text part of the item's code or name, upper and lower case alike
   */
  public record SeriesFilter(
      Optional<String> text,
      Optional<String> site,
      Optional<Verdict> verdict,
      Optional<Boolean> failed) {}

  /** Returns forecasts in the order of series and step. */
  public Page<PublishedForecast> forecasts(
      ForecastFilter filter, Optional<String> cursor, int limit) {
    Optional<VersionStore.Publication> publication = versions.publication(PlanStore.DEFAULT);
    Optional<VersionStore.Version> version =
        filter
            .versionId()
            .or(() -> publication.map(VersionStore.Publication::versionId))
            .flatMap(versions::find);
    if (filter.versionId().isPresent() && version.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "There is no version " + filter.versionId().get() + ".");
    }
    if (version.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long[] position = cursor.map(c -> Cursors.numbers(c, 2)).orElse(new long[] {0, 0});
    List<ForecastStore.Row> rows =
        forecasts.page(
            version.get().versionId(),
            new ForecastStore.Filter(
                filter.item(),
                filter.site(),
                filter.seriesId(),
                filter
                    .changedSince()
                    .map(since -> changedAfter(since, version.get(), publication))),
            position[0],
            (int) position[1],
            limit);
    Map<Long, PlanByRecord> planBy = unusable.of(version.get(), rows);
    Instant shown = shownAt(version.get(), publication);
    boolean restored = restored(version.get(), publication);
    List<PublishedForecast> published =
        rows.stream()
            .map(
                r ->
                    new PublishedForecast(
                        r,
                        r.verdict().usable() || filter.notRecommended(),
                        changedAt(r, shown, restored),
                        Optional.ofNullable(planBy.get(r.seriesId()))))
            .toList();
    return new Page<>(
        published, next(rows, limit, r -> Cursors.of(r.seriesId(), r.bands().step())));
  }

  /**
   * Turns an instant into what the rows know: when a version that did not change them was shown.
   */
  private static ForecastStore.ChangedSince changedAfter(
      Instant since, VersionStore.Version v, Optional<VersionStore.Publication> publication) {
    return new ForecastStore.ChangedSince(since, shownAt(v, publication), restored(v, publication));
  }

  /** The later of when the forecast became another figure and when what lies over it did. */
  private static Instant changedAt(ForecastStore.Row row, Instant shown, boolean restored) {
    Instant forecast = restored ? shown : row.unchangedSince().orElse(shown);
    return row.over()
        .map(ForecastStore.Final::changedAt)
        .filter(over -> over.isAfter(forecast))
        .orElse(forecast);
  }

  private static Instant shownAt(
      VersionStore.Version v, Optional<VersionStore.Publication> publication) {
    return publication
        .filter(p -> p.versionId() == v.versionId())
        .map(VersionStore.Publication::changedAt)
        .orElse(v.publishedAt().orElse(v.createdAt()));
  }

  /** Whether a roll back brought the version back: then every value may have changed with it. */
  private static boolean restored(
      VersionStore.Version v, Optional<VersionStore.Publication> publication) {
    return publication
        .filter(p -> p.versionId() == v.versionId())
        .map(p -> p.rolledBack() || !v.publishedAt().equals(Optional.of(p.changedAt())))
        .orElse(false);
  }

  /** Returns series in the order of their identity. */
  public Page<SeriesRecord> series(SeriesFilter filter, Optional<String> cursor, int limit) {
    long after = cursor.map(Cursors::number).orElse(0L);
    long version =
        versions
            .publication(PlanStore.DEFAULT)
            .map(VersionStore.Publication::versionId)
            .orElse(-1L);
    List<SeriesCatalog.Entry> rows =
        catalog.page(
            version,
            new SeriesCatalog.Filter(
                filter.text(), filter.site(), filter.verdict(), filter.failed(), Optional.empty()),
            after,
            limit);
    return new Page<>(
        rows.stream().map(SeriesViews::record).toList(),
        next(rows, limit, r -> Cursors.of(r.seriesId())));
  }

  /** Returns versions, newest first. */
  public Page<VersionRecord> versions(Optional<String> cursor, int limit) {
    List<VersionStore.Version> rows =
        versions.before(
            Optional.empty(), cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return new Page<>(
        Versions.records(rows, runs), next(rows, limit, v -> Cursors.of(v.versionId())));
  }

  public Optional<VersionRecord> version(long versionId) {
    return versions.find(versionId).map(v -> Versions.record(v, runs));
  }

  /** Returns when something that lies over a version changed last, empty where nothing ever did. */
  public Optional<Instant> changedOver(long versionId) {
    return forecasts.changedOver(versionId);
  }

  /** Returns the version that readers see, empty before the first one. */
  public Optional<VersionRecord> published() {
    return versions.publication(PlanStore.DEFAULT).flatMap(p -> version(p.versionId()));
  }

  private static <T> Optional<String> next(List<T> rows, int limit, Function<T, String> cursor) {
    return rows.size() < limit
        ? Optional.empty()
        : Optional.of(cursor.apply(rows.get(rows.size() - 1)));
  }
}
