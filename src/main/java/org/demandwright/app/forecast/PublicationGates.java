package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRules;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;

/**
 * What a version must pass before it is published by itself: the source must be fresh and the
 * volume must not jump. A version held back can be published by a person who looked at it.
 */
@ApplicationScoped
public class PublicationGates {
  private final VolumeGate volume;
  private final VersionStore versions;
  private final ForecastPlans plans;

  @Inject
  PublicationGates(VolumeGate volume, VersionStore versions, ForecastPlans plans) {
    this.volume = volume;
    this.versions = versions;
    this.plans = plans;
  }

  PublicationGates() {
    this(null, null, null);
  }

  /** Returns why the version must not be published without a person's word, empty if it may. */
  Optional<Words> objection(
      VersionStore.Version version, Optional<VersionStore.Publication> published) {
    PlanRules rules = plans.plan(version.plan().name()).rules();
    return hindsight(version.recipe())
        .or(() -> stale(version.recipe(), rules.staleDays()))
        .or(
            () ->
                volume.objection(
                    version,
                    published.flatMap(p -> versions.find(p.versionId())),
                    rules.volumeJumpPercent()));
  }

  private static Optional<Words> hindsight(Recipe r) {
    return r.knownAt().map(known -> Words.of("version.hindsight", known));
  }

  /** Totals of a period are late when the one after the last has ended, too. */
  private static Optional<Words> stale(Recipe r, int staleDays) {
    LocalDate expected =
        r.totalsOf()
            .map(period -> Period.of(period, r.lastDemand()).plus(1).end().minusDays(1))
            .orElse(r.lastDemand());
    long silent = ChronoUnit.DAYS.between(expected, r.dataAsOf()) - 1;
    return silent <= staleDays
        ? Optional.empty()
        : Optional.of(Words.of("version.stale", r.lastDemand(), silent, r.dataAsOf(), staleDays));
  }
}
