package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
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
  private final ShownVersions shown;
  private final ForecastPlans plans;
  private final ForecastStore forecasts;
  private final PlanWithoutForecast unusable;
  private final SeriesCatalog catalog;
  private final RunStore runs;

  @Inject
  ForecastQueries(
      VersionStore versions,
      ShownVersions shown,
      ForecastPlans plans,
      ForecastStore forecasts,
      PlanWithoutForecast unusable,
      SeriesCatalog catalog,
      RunStore runs) {
    this.versions = versions;
    this.shown = shown;
    this.plans = plans;
    this.forecasts = forecasts;
    this.unusable = unusable;
    this.catalog = catalog;
    this.runs = runs;
  }

  ForecastQueries() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param choice which version
   * @param changedSince only values that became another one after this instant
   * @param notRecommended whether figures of series that are not recommended to forecast are wanted
   */
  public record ForecastFilter(
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId,
      VersionChoice choice,
      Optional<Instant> changedSince,
      boolean notRecommended) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param text part of the item's code or name, upper and lower case alike
   * @param plan whose published version tells the outcome, by default the one that there always is
   */
  public record SeriesFilter(
      Optional<String> text,
      Optional<String> site,
      Optional<Verdict> verdict,
      Optional<Boolean> failed,
      Optional<String> plan) {}

  /** Returns forecasts in the order of series and step. */
  public Page<PublishedForecast> forecasts(
      ForecastFilter filter, Optional<String> cursor, int limit) {
    Optional<Reading> reading = reading(filter);
    if (reading.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long[] position = cursor.map(c -> Cursors.numbers(c, 2)).orElse(new long[] {0, 0});
    VersionStore.Version version = reading.get().version();
    List<ForecastStore.Row> rows =
        forecasts.page(
            version.versionId(), reading.get().rows(), position[0], (int) position[1], limit);
    return new Page<>(
        published(reading.get(), rows),
        next(rows, limit, r -> Cursors.of(r.seriesId(), r.bands().step())));
  }

  /**
   * Hands over all forecasts in the order of series and step. It holds no transaction and no
   * connection while they are looked at, so that a slow reader keeps nothing from others.
   *
   * @throws Refused NOT_FOUND, also in the middle, where the version is removed meanwhile
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void each(ForecastFilter filter, Consumer<PublishedForecast> consumer) {
    Optional<Reading> reading = reading(filter);
    if (reading.isEmpty()) {
      return;
    }
    long versionId = reading.get().version().versionId();
    forecasts.each(
        versionId, reading.get().rows(), rows -> published(reading.get(), rows).forEach(consumer));
    find(versionId);
  }

  /**
   * How rows are read.
   *
   * @param rows which
   * @param notRecommended whether figures of series that are not recommended are wanted
   * @param shownAt since when readers see the version
   * @param restored whether every value may have changed then
   */
  private record Reading(
      VersionStore.Version version,
      ForecastStore.Filter rows,
      boolean notRecommended,
      Instant shownAt,
      boolean restored) {}

  /** Returns how to read what is asked for, empty where nothing is published. */
  private Optional<Reading> reading(ForecastFilter filter) {
    Optional<VersionStore.Version> version = shown.meant(filter.choice());
    filter.choice().versionId().filter(asked -> version.isEmpty()).ifPresent(this::find);
    return version.map(v -> reading(filter, v, shown.besides(v)));
  }

  private static Reading reading(
      ForecastFilter filter,
      VersionStore.Version v,
      Optional<VersionStore.Publication> publication) {
    return new Reading(
        v,
        new ForecastStore.Filter(
            filter.item(),
            filter.site(),
            filter.seriesId(),
            filter.changedSince().map(since -> changedAfter(since, v, publication))),
        filter.notRecommended(),
        shownAt(v, publication),
        restored(v, publication));
  }

  private VersionStore.Version find(long versionId) {
    return shown
        .version(versionId)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + "."));
  }

  private List<PublishedForecast> published(Reading reading, List<ForecastStore.Row> rows) {
    Map<Long, PlanByRecord> planBy = unusable.of(reading.version(), rows);
    return rows.stream()
        .map(
            r ->
                new PublishedForecast(
                    r,
                    r.verdict().usable() || reading.notRecommended(),
                    changedAt(r, reading.shownAt(), reading.restored()),
                    Optional.ofNullable(planBy.get(r.seriesId()))))
        .toList();
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
        shown.published(filter.plan()).map(VersionStore.Publication::versionId).orElse(-1L);
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

  /**
   * Returns versions, newest first.
   *
   * @param plan empty = those of all plans that the caller may read
   */
  public Page<VersionRecord> versions(Optional<String> plan, Optional<String> cursor, int limit) {
    return versions(plan, cursor, limit, versions::before);
  }

  /** Returns versions that readers saw at some time, newest first, likewise. */
  public Page<VersionRecord> shownVersions(
      Optional<String> plan, Optional<String> cursor, int limit) {
    return versions(plan, cursor, limit, versions::shownBefore);
  }

  /** Reads the versions of plans before one of them. */
  private interface VersionPage {
    List<VersionStore.Version> before(Collection<String> plans, long versionId, int limit);
  }

  private Page<VersionRecord> versions(
      Optional<String> plan, Optional<String> cursor, int limit, VersionPage page) {
    List<String> names =
        plan.map(name -> List.of(plans.readable(name))).orElseGet(plans::readable).stream()
            .map(PlanRecord::name)
            .toList();
    if (names.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<VersionStore.Version> rows =
        page.before(names, cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return new Page<>(
        Versions.records(rows, runs), next(rows, limit, v -> Cursors.of(v.versionId())));
  }

  public Optional<VersionRecord> version(long versionId) {
    return shown.version(versionId).map(v -> Versions.record(v, runs));
  }

  /** Returns when something that lies over a version changed last, empty where nothing ever did. */
  public Optional<Instant> changedOver(long versionId) {
    return forecasts.changedOver(versionId);
  }

  /**
   * Returns the version that readers of a plan see, empty before its first one.
   *
   * @param plan by default the one that there always is
   */
  public Optional<VersionRecord> published(Optional<String> plan) {
    return shown.published(plan).flatMap(p -> version(p.versionId()));
  }

  /** Returns whether the plan that there always is has a published version, whoever asks. */
  public boolean anythingPublished() {
    return versions.publication(PlanStore.DEFAULT).isPresent();
  }

  private static <T> Optional<String> next(List<T> rows, int limit, Function<T, String> cursor) {
    return rows.size() < limit
        ? Optional.empty()
        : Optional.of(cursor.apply(rows.get(rows.size() - 1)));
  }
}
