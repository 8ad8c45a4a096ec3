package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.Words;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;

/**
 * Closes a version: fixes its content hash, asks the gates and publishes it if none objects. What
 * readers see changes in one transaction.
 */
@ApplicationScoped
public class FinishVersion {
  /** Who publishes what no person publishes. */
  private static final String PUBLISHER = "nightly";

  private final VersionStore versions;
  private final ForecastStore forecasts;
  private final VersionSums sums;
  private final PublicationGates gates;
  private final ForecastPlans plans;
  private final ShowVersion shown;

  @Inject
  FinishVersion(
      VersionStore versions,
      ForecastStore forecasts,
      VersionSums sums,
      PublicationGates gates,
      ForecastPlans plans,
      ShowVersion shown) {
    this.versions = versions;
    this.forecasts = forecasts;
    this.sums = sums;
    this.gates = gates;
    this.plans = plans;
    this.shown = shown;
  }

  FinishVersion() {
    this(null, null, null, null, null, null);
  }

  /**
   * Finishes a version and publishes it unless a gate holds it back, or it is a draft. A version
   * that is finished already stays as it is.
   *
   * @return why it was not published, empty where it was
   */
  public Optional<Words> finish(long versionId) {
    VersionStore.Version version = versions.find(versionId).orElseThrow();
    if (version.status() != VersionStatus.BUILDING) {
      return version.heldBecause();
    }
    Optional<VersionStore.Publication> published = versions.publication(version.plan().name());
    published.ifPresent(
        p -> {
          boolean another =
              version.lineage().basedOn().filter(base -> base != p.versionId()).isPresent();
          Optional<Instant> since = publishedAt(p.versionId());
          boolean restored = p.rolledBack() || !since.equals(Optional.of(p.changedAt()));
          if (another || restored) {
            forecasts.unmark(versionId); // readers see another one by now, or saw one in between
          }
          if (!restored) {
            forecasts.markUnchanged(versionId, p.versionId(), since.orElseThrow());
          }
        });
    VersionStore.Contents contents = sums.of(versionId);
    Optional<Words> objection = gates.objection(version, published);
    boolean draft = published.isPresent() && !version.plan().differs().isEmpty();
    if (published.isEmpty() && objection.isEmpty()) {
      plans.take(
          versionId,
          Versions.madeBy(version),
          PUBLISHER); // the first version: the nights go on as it was begun
    }
    Optional<Words> because = draft ? Optional.of(draft(version, objection)) : objection;
    shown.finish(
        version, contents, draft ? VersionStatus.DRAFT : VersionStatus.HELD, because, PUBLISHER);
    return because;
  }

  private static Words draft(VersionStore.Version version, Optional<Words> objection) {
    Words draft =
        Words.of(
            "version.draft",
            version.plan().name(),
            version.recipe().terms().settings(version.plan().differs()));
    return objection.map(o -> draft.and(Words.of("version.beware", o))).orElse(draft);
  }

  private Optional<Instant> publishedAt(long versionId) {
    return versions.find(versionId).flatMap(VersionStore.Version::publishedAt);
  }
}
