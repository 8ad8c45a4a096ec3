package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;

/** Reads series and versions. By default only what is published. */
@ApplicationScoped
@Transactional
public class ForecastQueries {
  private final VersionStore versions;
  private final ShownVersions shown;
  private final ForecastPlans plans;
  private final SeriesCatalog catalog;
  private final SeenVersions seen;

  @Inject
  ForecastQueries(
      VersionStore versions,
      ShownVersions shown,
      ForecastPlans plans,
      SeriesCatalog catalog,
      SeenVersions seen) {
    this.versions = versions;
    this.shown = shown;
    this.plans = plans;
    this.catalog = catalog;
    this.seen = seen;
  }

  ForecastQueries() {
    this(null, null, null, null, null);
  }

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

  /** Returns series in the order of their identity. */
  public Page<SeriesRecord> series(
      DataScope scope, SeriesFilter filter, Optional<String> cursor, int limit) {
    long after = cursor.map(Cursors::number).orElse(0L);
    long version =
        shown.published(filter.plan()).map(VersionStore.Publication::versionId).orElse(-1L);
    List<SeriesCatalog.Entry> rows =
        catalog.page(
            scope,
            version,
            new SeriesCatalog.Filter(
                filter.text(), filter.site(), filter.verdict(), filter.failed(), Optional.empty()),
            after,
            limit);
    return Page.of(rows, limit, (SeriesCatalog.Entry r) -> Cursors.of(r.seriesId()))
        .map(SeriesViews::record);
  }

  /**
   * Returns versions, newest first.
   *
   * @param plan empty = those of all plans that the caller may read
   */
  public Page<VersionRecord> versions(
      DataScope scope, Optional<String> plan, Optional<String> cursor, int limit) {
    return versions(scope, plan, cursor, limit, versions::before);
  }

  /** Returns versions that readers saw at some time, newest first, likewise. */
  public Page<VersionRecord> shownVersions(
      DataScope scope, Optional<String> plan, Optional<String> cursor, int limit) {
    return versions(scope, plan, cursor, limit, versions::shownBefore);
  }

  /** Reads the versions of plans before one of them. */
  private interface VersionPage {
    List<VersionStore.Version> before(Collection<String> plans, long versionId, int limit);
  }

  private Page<VersionRecord> versions(
      DataScope scope,
      Optional<String> plan,
      Optional<String> cursor,
      int limit,
      VersionPage page) {
    List<String> names =
        plan.map(name -> List.of(plans.readable(name))).orElseGet(plans::readable).stream()
            .map(PlanRecord::name)
            .toList();
    if (names.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<VersionStore.Version> rows =
        page.before(names, cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    Optional<String> next =
        Page.of(rows, limit, (VersionStore.Version v) -> Cursors.of(v.versionId())).next();
    return new Page<>(seen.of(scope, rows), next);
  }

  public Optional<VersionRecord> version(DataScope scope, long versionId) {
    return shown.version(versionId).map(v -> seen.of(scope, v));
  }

  /**
   * Returns the version that readers of a plan see, empty before its first one.
   *
   * @param plan by default the one that there always is
   */
  public Optional<VersionRecord> published(DataScope scope, Optional<String> plan) {
    return shown.published(plan).flatMap(p -> version(scope, p.versionId()));
  }

  /** Returns whether the plan that there always is has a published version, whoever asks. */
  public boolean anythingPublished() {
    return versions.publication(PlanStore.DEFAULT).isPresent();
  }
}
