package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Decides which version readers see. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class VersionControl {
  private final VersionStore versions;
  private final ForecastPlans plans;
  private final RunStore runs;
  private final ShowVersion shown;
  private final AuditTrail audit;

  @Inject
  VersionControl(
      VersionStore versions,
      ForecastPlans plans,
      RunStore runs,
      ShowVersion shown,
      AuditTrail audit) {
    this.versions = versions;
    this.plans = plans;
    this.runs = runs;
    this.shown = shown;
    this.audit = audit;
  }

  VersionControl() {
    this(null, null, null, null, null);
  }

  /**
   * Publishes a version that is a draft or was held back, superseded or rolled back.
   *
   * @param planTakesSettings whether the nights to come are made like this version; must be said
   *     where they would not be anyway
   */
  @Transactional
  public VersionRecord publish(long versionId, Optional<Boolean> planTakesSettings, String by) {
    VersionStore.Version version =
        versions
            .find(versionId)
            .orElseThrow(
                () ->
                    new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + "."));
    if (version.current()) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Version " + versionId + " is what readers see already.");
    }
    if (version.status() == VersionStatus.BUILDING) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Version " + versionId + " is not finished; wait for its run, or restart it.");
    }
    plans.inUse(version.plan().name());
    requireAnswer(version, planTakesSettings);
    if (planTakesSettings.orElse(false)) {
      plans.take(versionId, Versions.madeBy(version), by);
    }
    shown.show(version, by, false);
    audit.record(
        "forecast-version.publish",
        "version/" + versionId,
        Map.of("status", version.status()),
        Map.of("status", VersionStatus.PUBLISHED));
    return record(versionId);
  }

  /**
   * Returns the settings that their plans would take from versions, in words, by the versions'
   * numbers; one whose plan's nights are made like it anyway is left out.
   */
  @Transactional
  public Map<Long, String> brings(Collection<Long> versionIds) {
    Map<String, PlanRecord> known = new HashMap<>();
    Map<Long, String> brought = new HashMap<>();
    for (VersionStore.Version version : versions.of(versionIds)) {
      PlannedTerms made = Versions.madeBy(version);
      PlanRecord plan = known.computeIfAbsent(made.plan(), plans::plan);
      PlanSettings settings = plans.brought(made, plan);
      if (!settings.isEmpty()) {
        brought.put(version.versionId(), settings.toString());
      }
    }
    return brought;
  }

  private void requireAnswer(VersionStore.Version version, Optional<Boolean> answer) {
    PlanSettings brought = plans.brought(Versions.madeBy(version));
    if (answer.isEmpty() && !brought.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          ("Version %d was made with %s, and the nights of plan %s are not. Say whether the plan"
                  + " takes these settings: if so, the next night goes on with them, else it does"
                  + " not.")
              .formatted(version.versionId(), brought, version.plan().name()));
    }
  }

  /** Shows the readers of a plan the version again that they saw before the current one. */
  @Transactional
  public VersionRecord rollBack(String plan, String by) {
    VersionStore.Publication current =
        versions
            .publication(plans.inUse(plan).name())
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "Nothing has been published of plan " + plan + " yet."));
    VersionStore.Version previous =
        versions
            .previous(current.versionId())
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "No version before version "
                            + current.versionId()
                            + " is there any more."));
    shown.show(previous, by, true);
    audit.record(
        "forecast-version.roll-back",
        "version/" + previous.versionId(),
        Map.of("published", current.versionId()),
        Map.of("published", previous.versionId()));
    return record(previous.versionId());
  }

  private VersionRecord record(long versionId) {
    return Versions.record(versions.find(versionId).orElseThrow(), runs);
  }
}
