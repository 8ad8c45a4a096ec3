package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.demandwright.app.settings.Settings;
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
  private final Settings settings;

  @Inject
  PublicationGates(VolumeGate volume, VersionStore versions, Settings settings) {
    this.volume = volume;
    this.versions = versions;
    this.settings = settings;
  }

  PublicationGates() {
    this(null, null, null);
  }

  /** Returns why the version must not be published without a person's word, empty if it may. */
  Optional<Words> objection(
      VersionStore.Version version, Optional<VersionStore.Publication> published) {
    return hindsight(version.recipe())
        .or(() -> stale(version.recipe()))
        .or(() -> volume.objection(version, published.flatMap(p -> versions.find(p.versionId()))));
  }

  private static Optional<Words> hindsight(Recipe r) {
    return r.knownAt().map(known -> Words.of("version.hindsight", known));
  }

  /** Totals of a period are late when the one after the last has ended, too. */
  private Optional<Words> stale(Recipe r) {
    LocalDate expected =
        r.totalsOf()
            .map(period -> Period.of(period, r.lastDemand()).plus(1).end().minusDays(1))
            .orElse(r.lastDemand());
    long silent = ChronoUnit.DAYS.between(expected, r.dataAsOf()) - 1;
    return silent <= settings.publication().staleDays()
        ? Optional.empty()
        : Optional.of(
            Words.of(
                "version.stale",
                r.lastDemand(),
                silent,
                r.dataAsOf(),
                settings.publication().staleDays()));
  }
}
