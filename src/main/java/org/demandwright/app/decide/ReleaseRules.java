package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.ReleaseRuleStore;

/** The rules by which suggestions are released by themselves, and whether any is at all. */
@ApplicationScoped
@Transactional
public class ReleaseRules {
  private static final int MOST = 100;
  private static final int LONGEST_REASON = 500;

  private final ReleaseRuleStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ReleaseRules(ReleaseRuleStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  ReleaseRules() {
    this(null, null, null);
  }

  /** Returns the rules as they stand. */
  public ReleaseRuleStore.Rules rules() {
    return store.rules();
  }

  /** Returns whether anything is released by itself. */
  public ReleaseRuleStore.Switch state() {
    return store.state();
  }

  /**
   * Puts rules and terms in the place of those that stand.
   *
   * @param seen asked before
   * @throws Refused if others were put there meanwhile, there are too many, or two have one name
   */
  public ReleaseRuleStore.Rules replace(
      List<ReleaseRule> rules,
      ReleaseTerms terms,
      Expected<ReleaseRuleStore.Rules> seen,
      String by) {
    requireNamed(rules);
    ReleaseRuleStore.Rules before = store.rules();
    seen.check(before);
    if (!store.replace(rules, terms, before.revision(), by, clock.now())) {
      throw new Refused(
          Refused.Kind.STALE,
          "The rules were changed just now. Read them again, then change them.");
    }
    ReleaseRuleStore.Rules after = store.rules();
    audit.record("automation-rules.replace", "automation-rules", told(before), told(after));
    return after;
  }

  /** Refuses rules of which two have one name, or that are too many. */
  static void requireNamed(List<ReleaseRule> rules) {
    if (rules.size() > MOST) {
      throw Refused.because("rules", "There may be %d rules at most.".formatted(MOST));
    }
    Set<String> names = new HashSet<>();
    for (ReleaseRule rule : rules) {
      if (!names.add(rule.name())) {
        throw Refused.because(
            "rules", "Two rules are called '%s'; give each a name.".formatted(rule.name()));
      }
    }
  }

  /**
   * Switches automation on or off.
   *
   * @param mayTurnOn whether the caller is one who may switch it on
   * @param seen asked before
   * @throws Refused FORBIDDEN where the caller may switch it off alone, CONFLICT where nothing
   *     would be released by the rules as they stand
   */
  public ReleaseRuleStore.Switch turn(
      boolean on,
      String reason,
      boolean mayTurnOn,
      Expected<ReleaseRuleStore.Switch> seen,
      String by) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Refused.because(
          "reason",
          "Say why it is switched, in %d characters at most: whoever reads the log asks."
              .formatted(LONGEST_REASON));
    }
    ReleaseRuleStore.Switch before = store.held();
    seen.check(before);
    if (on) {
      requireTurnOn(mayTurnOn);
    }
    ReleaseRuleStore.Switch after = store.turn(on, by, reason.strip(), clock.now());
    audit.record(
        on ? "automation.switch-on" : "automation.switch-off",
        "automation",
        Map.of("on", before.on()),
        Map.of("on", after.on(), "reason", after.reason()));
    return after;
  }

  private void requireTurnOn(boolean mayTurnOn) {
    if (!mayTurnOn) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Automation is switched on by an administrator who sees all data; you may switch it off.");
    }
    ReleaseRuleStore.Rules rules = store.rules();
    if (rules.rules().isEmpty() || rules.terms().dailyCap().signum() == 0) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Nothing would be released: put rules in place, with the money that may be released on a"
              + " day, then switch it on.");
    }
  }

  private static Map<String, Object> told(ReleaseRuleStore.Rules rules) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("revision", rules.revision());
    told.put("rules", rules.rules());
    told.put("terms", rules.terms());
    return told;
  }
}
