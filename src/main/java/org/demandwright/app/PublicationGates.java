package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.demandwright.core.demand.Period;
import org.demandwright.store.ForecastStore;
import org.demandwright.store.VersionStore;

/**
 * What a version must pass before it is published by itself: the source must be fresh and the
 * volume must not jump. A version held back can be published by a person who looked at it.
 */
@ApplicationScoped
public class PublicationGates {
  private final ForecastStore forecasts;
  private final VersionStore versions;
  private final Settings settings;

  @Inject
  PublicationGates(ForecastStore forecasts, VersionStore versions, Settings settings) {
    this.forecasts = forecasts;
    this.versions = versions;
    this.settings = settings;
  }

  PublicationGates() {
    this(null, null, null);
  }

  /** Returns why the version must not be published without a person's word, empty if it may. */
  Optional<String> objection(
      VersionStore.Version version, Optional<VersionStore.Publication> published) {
    return hindsight(version.recipe())
        .or(() -> stale(version.recipe()))
        .or(
            () ->
                published
                    .flatMap(p -> versions.find(p.versionId()))
                    .flatMap(current -> jump(version, current)));
  }

  private static Optional<String> hindsight(VersionStore.Recipe r) {
    return r.knownAt()
        .map(
            t ->
                ("It sees lines as they were known at %s (knownAt), and not what came since: such a"
                        + " version is for looking back. Publish it by hand if that is wanted.")
                    .formatted(t));
  }

  private Optional<String> stale(VersionStore.Recipe r) {
    long silent = ChronoUnit.DAYS.between(r.lastDemand(), r.dataAsOf()) - 1;
    return silent <= settings.staleDays()
        ? Optional.empty()
        : Optional.of(
            ("The source is stale: the last demand is of %s, %d days before the as-of day %s; the"
                    + " limit is %d days (dw.publish.stale-days). Check that the ERP's sales reach"
                    + " the views, or publish this version by hand.")
                .formatted(r.lastDemand(), silent, r.dataAsOf(), settings.staleDays()));
  }

  private Optional<String> jump(VersionStore.Version version, VersionStore.Version current) {
    double before = perDay(current, version.versionId());
    double now = perDay(version, current.versionId());
    double limit = settings.volumeJumpPercent() / 100.0;
    if (before <= 0 || Math.abs(now / before - 1) <= limit) {
      return Optional.empty();
    }
    return Optional.of(
        ("The volume jumps: %.1f units a day over the series that both versions have, against %.1f"
                + " in version %d (%+.0f %%); the limit is ±%d %% (dw.publish.volume-jump-percent)."
                + " Look at what changed in the ERP, or publish this version by hand.")
            .formatted(
                now,
                before,
                current.versionId(),
                100 * (now / before - 1),
                settings.volumeJumpPercent()));
  }

  private double perDay(VersionStore.Version version, long other) {
    VersionStore.Recipe r = version.recipe();
    Period first = Period.of(r.bucket(), r.origin());
    LocalDate end = first.plus(r.horizon()).start();
    return forecasts.commonVolume(version.versionId(), other)
        / ChronoUnit.DAYS.between(first.start(), end);
  }
}
