package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Clock;
import org.demandwright.core.Words;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.PublicationKind;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;

/**
 * Makes readers see a version, and with it what is final there, in one transaction. Whoever else
 * changes what the readers of the plan see waits meanwhile.
 */
@ApplicationScoped
public class ShowVersion {
  private final VersionStore versions;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final FinalFigures figures;
  private final Clock clock;
  private final AuditTrail audit;
  private final Announcements announcements;

  @Inject
  ShowVersion(
      VersionStore versions,
      PlanStore plans,
      ForecastStore forecasts,
      FinalFigures figures,
      Clock clock,
      AuditTrail audit,
      Announcements announcements) {
    this.versions = versions;
    this.plans = plans;
    this.forecasts = forecasts;
    this.figures = figures;
    this.clock = clock;
    this.audit = audit;
    this.announcements = announcements;
  }

  ShowVersion() {
    this(null, null, null, null, null, null, null);
  }

  /** Finishes a version and shows it, unless there is a reason to hold it back. */
  @Transactional
  public void finish(
      VersionStore.Version version,
      VersionStore.Contents contents,
      VersionStatus heldAs,
      Optional<Words> heldBecause,
      String by) {
    String plan = version.plan().name();
    plans.hold(plan);
    Instant now = clock.now();
    Optional<Long> before = shown(plan);
    versions.finish(version.versionId(), contents, heldAs, heldBecause, by, now);
    figures.settle(plan, before, now);
    audit.record(
        "forecast-version.finish",
        "version/" + version.versionId(),
        Map.of("status", version.status()),
        Map.of("status", heldBecause.isPresent() ? heldAs : VersionStatus.PUBLISHED, "by", by));
    if (heldBecause.isEmpty()) {
      announce(version, PublicationKind.of(version.lineage().training(), false), by, now);
    }
  }

  /** Shows a version that is finished. */
  @Transactional
  public void show(VersionStore.Version version, String by, boolean rollBack) {
    String plan = version.plan().name();
    plans.hold(plan);
    Instant now = clock.now();
    Optional<Long> before = shown(plan);
    forecasts.unmark(version.versionId()); // it was compared with what readers saw at its end
    versions.show(version.versionId(), by, rollBack, now);
    figures.settle(plan, before, now);
    announce(version, PublicationKind.of(version.lineage().training(), rollBack), by, now);
  }

  private void announce(
      VersionStore.Version version, PublicationKind publication, String by, Instant now) {
    announcements.announce(
        new Announcement(
            Announcement.Kind.VERSION_PUBLISHED,
            now,
            Map.of(
                "plan",
                version.plan().name(),
                "versionId",
                version.versionId(),
                "publication",
                publication.name(),
                "by",
                by)));
  }

  private Optional<Long> shown(String plan) {
    return versions.publication(plan).map(VersionStore.Publication::versionId);
  }
}
