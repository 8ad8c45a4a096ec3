package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
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
import org.demandwright.security.audit.CurrentRequest;
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

  /** Returns all plans, the one that there always is first, then by their letters. */
  public List<PlanRecord> plans() {
    return plans.all().stream().map(this::record).toList();
  }

  /** Returns a plan; throws {@link Refused} where there is none of this name. */
  public PlanRecord plan(String name) {
    return record(stored(name));
  }

  /**
   * Returns a plan for which something is to be made; throws {@link Refused} where it is retired.
   */
  public PlanRecord inUse(String name) {
    PlanRecord plan = readable(name);
    if (plan.retired()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Plan '%s' is retired: nothing is made for it any more. Bring it back first."
              .formatted(name));
    }
    return plan;
  }

  /** Returns a plan; throws {@link Refused} where the caller may not read it. */
  public PlanRecord readable(String name) {
    PlanRecord plan = plan(name);
    if (!mayRead(plan)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "Plan '" + name + "' is read by other roles than yours.");
    }
    return plan;
  }

  /** Returns the plans that the caller may read. */
  public List<PlanRecord> readable() {
    return plans().stream().filter(ForecastPlans::mayRead).toList();
  }

  private static boolean mayRead(PlanRecord plan) {
    return plan.readers().isEmpty() || CurrentRequest.callerIsAnyOf(plan.readers());
  }

  private PlanRecord record(PlanStore.Plan plan) {
    return new PlanRecord(
        plan, settings.forecast().plan(), PlanRules.of(plan.own().rules(), settings));
  }

  /**
   * Returns what a run makes its version by.
   *
   * @param plan the name of the plan that the version belongs to
   * @param asked what the run itself was told
   */
  public PlannedTerms terms(String plan, PlanSettings asked) {
    return terms(plan, asked, Optional.empty());
  }

  /**
   * Returns what a run makes its version by.
   *
   * @param plan the name of the plan that the version belongs to
   * @param asked what the run itself was told
   * @param totalsOf the periods whose totals the source books: those of the version where nobody
   *     chose others
   */
  public PlannedTerms terms(String plan, PlanSettings asked, Optional<Bucket> totalsOf) {
    PlanSettings inForce = plan(plan).inForce();
    Bucket otherwise = totalsOf.orElse(Bucket.DAY);
    PlanTerms terms = terms(asked.over(inForce), otherwise);
    return new PlannedTerms(plan, terms, terms.differences(terms(inForce, otherwise)));
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
    PlanStore.Plan plan = stored(version.plan());
    PlanSettings brought = brought(version, record(plan));
    if (brought.isEmpty()) {
      return;
    }
    PlanStore.Own own = plan.own().with(brought.over(plan.settings()));
    PlanStore.Act act = new PlanStore.Act(clock.now(), by);
    if (plans.settle(plan, own, Optional.of(versionId), act)) {
      audit.record("plan.settle", "plan/" + plan.name(), plan.own(), own);
    } else {
      take(versionId, version, by); // somebody changed it in this moment: look again
    }
  }

  private PlanStore.Plan stored(String name) {
    return plans
        .find(name)
        .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "There is no plan '" + name + "'."));
  }
}
