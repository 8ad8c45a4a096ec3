package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.StoreException;
import org.demandwright.store.run.PlanStore;

/**
 * Makes plans, changes what they have of their own, retires them and brings them back. Every
 * refusal is a {@link Refused}.
 */
@ApplicationScoped
public class SettlePlan {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final PlanStore store;
  private final ForecastPlans plans;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public SettlePlan(PlanStore store, ForecastPlans plans, AuditTrail audit, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  SettlePlan() {
    this(null, null, null, null);
  }

  /**
   * Makes a plan. Its first version is made by its first run.
   *
   * @param own by the names of {@link PlanField}; what is missing is the configuration's
   */
  @Transactional
  public PlanRecord create(String name, Map<String, String> own, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "name is '%s'; it must be up to 40 small letters, digits and hyphens, a letter first"
              .formatted(name));
    }
    PlanStore.Own wanted = PlanField.read(own);
    if (!added(name, wanted, by)) {
      throw new Refused(Refused.Kind.CONFLICT, "There is a plan '" + name + "' already.");
    }
    audit.record("plan.create", subject(name), AuditTrail.NOTHING, wanted);
    return plans.plan(name);
  }

  /** Two may make one in the same moment. */
  private boolean added(String name, PlanStore.Own wanted, String by) {
    try {
      return store.add(name, wanted, act(by));
    } catch (StoreException e) {
      if (e.isDuplicateKey()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Gives a plan something of its own, in place of all that it had.
   *
   * @param own by the names of {@link PlanField}; what is missing is the configuration's again
   * @param expected what the caller saw
   */
  @Transactional
  public PlanRecord settle(
      String name, Map<String, String> own, Expected<PlanRecord> expected, String by) {
    PlanStore.Own wanted = PlanField.read(own);
    PlanStore.Plan plan = seen(name, expected);
    require(store.settle(plan, wanted, Optional.empty(), act(by)), name);
    audit.record("plan.settle", subject(name), plan.own(), wanted);
    return plans.plan(name);
  }

  /** Ends a plan: nothing is made for it any more. What readers saw last stays readable. */
  @Transactional
  public PlanRecord retire(String name, Expected<PlanRecord> expected, String by) {
    PlanStore.Plan plan = seen(name, expected);
    if (name.equals(PlanStore.DEFAULT)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Plan '" + name + "' is the one that there always is: it cannot be retired.");
    }
    if (plan.retired().isEmpty()) {
      require(store.retire(plan, Optional.of(act(by))), name);
      audit.record("plan.retire", subject(name), AuditTrail.NOTHING, AuditTrail.NOTHING);
    }
    return plans.plan(name);
  }

  /** Takes a plan into use again. */
  @Transactional
  public PlanRecord bringBack(String name, Expected<PlanRecord> expected) {
    PlanStore.Plan plan = seen(name, expected);
    if (plan.retired().isPresent()) {
      require(store.retire(plan, Optional.empty()), name);
      audit.record("plan.bring-back", subject(name), AuditTrail.NOTHING, AuditTrail.NOTHING);
    }
    return plans.plan(name);
  }

  private PlanStore.Plan seen(String name, Expected<PlanRecord> expected) {
    PlanRecord plan = plans.readable(name);
    expected.check(plan);
    return plan.stored();
  }

  private static void require(boolean asSeen, String name) {
    if (!asSeen) {
      throw new Refused(
          Refused.Kind.STALE,
          "Plan '" + name + "' was changed meanwhile. Read it again, then change it.");
    }
  }

  private static String subject(String plan) {
    return "plan/" + plan;
  }

  private PlanStore.Act act(String by) {
    return new PlanStore.Act(clock.now(), by);
  }
}
