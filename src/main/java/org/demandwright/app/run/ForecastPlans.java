package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.run.PlanStore;

/**
 * Says by which settings a night forecasts. A run's own word comes first, then what was made the
 * plan's own, then the configuration, then the source and the engine.
 */
@ApplicationScoped
public class ForecastPlans {
  private final PlanStore plans;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  public ForecastPlans(PlanStore plans, Settings settings, Clock clock, AuditTrail audit) {
    this.plans = plans;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  ForecastPlans() {
    this(null, null, null, null);
  }

  /** Returns the plan that there always is. */
  public PlanRecord plan() {
    return plan(PlanStore.DEFAULT);
  }

  /** Returns a plan; throws {@link Refused} where there is none of this name. */
  public PlanRecord plan(String name) {
    PlanStore.Plan plan = stored(name);
    PlanSettings configured = settings.forecast().plan();
    return new PlanRecord(
        plan.name(),
        plan.settings(),
        configured,
        plan.settings().over(configured),
        plan.takenFrom(),
        plan.settledAt(),
        plan.settledBy());
  }

  /**
   * Returns what a run makes its version by.
   *
   * @param asked what the run itself was told
   */
  public PlannedTerms terms(PlanSettings asked) {
    return terms(asked, Optional.empty());
  }

  /**
   * Returns what a run makes its version by.
   *
   * @param asked what the run itself was told
   * @param totalsOf the periods whose totals the source books: those of the version where nobody
   *     chose others
   */
  public PlannedTerms terms(PlanSettings asked, Optional<Bucket> totalsOf) {
    PlanRecord plan = plan();
    Bucket otherwise = totalsOf.orElse(Bucket.DAY);
    PlanTerms terms = terms(asked.over(plan.inForce()), otherwise);
    return new PlannedTerms(
        plan.name(), terms, terms.differences(terms(plan.inForce(), otherwise)));
  }

  private PlanTerms terms(PlanSettings said, Bucket otherwise) {
    List<String> models =
        Stream.concat(
                EngineOptions.DEFAULT_MODELS.stream(), settings.forecast().wekaModels().stream())
            .toList();
    return PlanTerms.of(said, otherwise, models);
  }

  /**
   * Returns the settings that the plan would take from a version; empty where its nights are made
   * like the version anyway.
   */
  public PlanSettings brought(PlannedTerms version) {
    return brought(version, plan(version.plan()));
  }

  /**
   * Returns the settings that a plan would take from a version.
   *
   * @param plan the one by which the version was made
   */
  public PlanSettings brought(PlannedTerms version, PlanRecord plan) {
    PlanSettings inForce = plan.inForce();
    PlanTerms made = version.terms();
    Set<PlanSetting> differs = version.differs();
    Set<PlanSetting> still = made.differences(terms(inForce, made.bucket()));
    Set<PlanSetting> brought = EnumSet.noneOf(PlanSetting.class);
    brought.addAll(still);
    brought.retainAll(differs);
    boolean periodsOfTheSource = inForce.bucket().isEmpty();
    if (periodsOfTheSource ? differs.contains(PlanSetting.BUCKET) : periods(still)) {
      brought.add(PlanSetting.BUCKET);
    }
    return made.settings(brought);
  }

  private static boolean periods(Set<PlanSetting> settings) {
    return settings.contains(PlanSetting.BUCKET) || settings.contains(PlanSetting.HORIZON);
  }

  /** Makes the settings that a version brings the plan's own. */
  public void take(long versionId, PlannedTerms version, String by) {
    PlanSettings brought = brought(version);
    if (!brought.isEmpty()) {
      PlanStore.Plan plan = stored(version.plan());
      PlanSettings own = brought.over(plan.settings());
      settle(plan.name(), own, Optional.of(versionId), by);
      audit.record("plan.settle", "plan/" + plan.name(), plan.settings(), own);
    }
  }

  /**
   * Gives a plan settings of its own, in place of all that it had.
   *
   * @param own by the names of the job parameters; what is missing is the configuration's again
   */
  @Transactional
  public PlanRecord settle(String name, Map<String, String> own, String by) {
    Map<String, String> valid = new HashMap<>();
    own.forEach((setting, value) -> valid.put(setting, JobCatalog.valid(setting, value.strip())));
    PlanSettings settled =
        PlanSettings.of(
            valid.get("bucket"), valid.get("horizon"), valid.get("objective"), valid.get("models"));
    PlanSettings before = stored(name).settings();
    settle(name, settled, Optional.empty(), by);
    audit.record("plan.settle", "plan/" + name, before, settled);
    return plan(name);
  }

  private void settle(String name, PlanSettings own, Optional<Long> takenFrom, String by) {
    plans.settle(
        new PlanStore.Plan(name, own, takenFrom, Optional.of(clock.now()), Optional.of(by)));
  }

  private PlanStore.Plan stored(String name) {
    return plans
        .find(name)
        .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "There is no plan '" + name + "'."));
  }
}
