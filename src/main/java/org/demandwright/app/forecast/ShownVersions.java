package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.forecast.VersionStore.Publication;
import org.demandwright.store.forecast.VersionStore.Version;
import org.demandwright.store.run.PlanStore;

/**
 * Finds the version that a reader means: the one that is named, or what readers of a plan see. A
 * plan may be for some roles alone; others are refused all of its versions.
 */
@ApplicationScoped
public class ShownVersions {
  private final VersionStore versions;
  private final ForecastPlans plans;

  @Inject
  public ShownVersions(VersionStore versions, ForecastPlans plans) {
    this.versions = versions;
    this.plans = plans;
  }

  ShownVersions() {
    this(null, null);
  }

  /** Returns the version that is meant; empty where it is not there, or none is published yet. */
  public Optional<Version> meant(VersionChoice choice) {
    Optional<String> plan = choice.plan();
    if (choice.versionId().isEmpty()) {
      return published(plan).flatMap(p -> versions.find(p.versionId()));
    }
    Optional<Version> version = version(choice.versionId().get());
    version
        .map(v -> v.plan().name())
        .filter(of -> plan.isPresent() && !plan.get().equals(of))
        .ifPresent(
            of -> {
              throw new Refused(
                  Refused.Kind.INVALID,
                  "Version %d is one of plan %s and not of %s. Name one of the two alone."
                      .formatted(choice.versionId().get(), of, plan.get()));
            });
    return version;
  }

  /** Returns a version by its number. */
  public Optional<Version> version(long versionId) {
    Optional<Version> version = versions.find(versionId);
    version.map(v -> v.plan().name()).ifPresent(plans::readable);
    return version;
  }

  /** Returns what readers of a plan see, empty before its first version. */
  public Optional<Publication> published(Optional<String> plan) {
    return versions.publication(plans.readable(plan.orElse(PlanStore.DEFAULT)).name());
  }

  /** Returns what readers of the version's plan see. */
  Optional<Publication> besides(Version version) {
    return versions.publication(version.plan().name());
  }
}
