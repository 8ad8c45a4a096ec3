package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.forecast.VersionStore.Version;

/**
 * Says when the models have to compete anew. In between nights keep the models and weights of the
 * version that readers see and fit them to the newest demand.
 */
@ApplicationScoped
public class ContestRhythm {
  private final VersionStore versions;
  private final CalibrationStore calibrations;

  @Inject
  ContestRhythm(VersionStore versions, CalibrationStore calibrations) {
    this.versions = versions;
    this.calibrations = calibrations;
  }

  ContestRhythm() {
    this(null, null);
  }

  /**
   * Returns the version whose models and weights a new one keeps; empty where it has to be made by
   * a contest: because readers of the plan see none, or one made otherwise, in hindsight or from
   * later demand, or before the distribution of totals was kept, or because the last contest was
   * too long ago.
   *
   * @param days from one contest to the next, by the days up to which they know demand; 1 = every
   *     night that knows a new day, 0 = always
   */
  public Optional<Version> kept(Recipe recipe, String plan, int days) {
    return versions
        .publication(plan)
        .flatMap(p -> versions.find(p.versionId()))
        .filter(shown -> alike(shown.recipe(), recipe))
        .filter(shown -> !shown.recipe().dataAsOf().isAfter(recipe.dataAsOf()))
        .filter(shown -> age(shown, recipe) < days)
        .filter(shown -> calibrations.of(shown.versionId()).hasTotals());
  }

  private static long age(Version shown, Recipe recipe) {
    return ChronoUnit.DAYS.between(shown.lineage().contestDay(), recipe.dataAsOf());
  }

  /** Returns whether two versions differ in nothing but how much of demand they know. */
  private static boolean alike(Recipe one, Recipe other) {
    return one.knownAt().isEmpty() && one.equals(other.knowing(one));
  }
}
