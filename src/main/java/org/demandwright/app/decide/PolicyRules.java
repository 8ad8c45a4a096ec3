package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.PolicyBook;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.PolicyRuleStore;

/** The rules by which stock is planned: their order says which counts. */
@ApplicationScoped
@Transactional
public class PolicyRules {
  private static final int MOST = 500;

  private final PolicyRuleStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  PolicyRules(PolicyRuleStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  PolicyRules() {
    this(null, null, null);
  }

  /** Returns the rules as they stand. */
  public PolicyRuleStore.Rules rules() {
    return store.rules();
  }

  /** Returns what counts for items at sites, by the rules as they stand. */
  PolicyBook book() {
    return book(store.rules().rules());
  }

  /** Returns what would count by other rules. */
  static PolicyBook book(List<PolicyRule> rules) {
    return new PolicyBook(rules, Map.of(), PolicyBook.DEFAULTS);
  }

  /**
   * Puts rules in the place of those that stand.
   *
   * @param seen asked before
   * @throws Refused if others were put there meanwhile, there are too many, or two have one name
   */
  public PolicyRuleStore.Rules replace(
      List<PolicyRule> rules, Expected<PolicyRuleStore.Rules> seen, String by) {
    requireNamed(rules);
    PolicyRuleStore.Rules before = store.rules();
    seen.check(before);
    if (!store.replace(rules, before.revision(), by, clock.now())) {
      throw new Refused(
          Refused.Kind.STALE,
          "The rules were changed just now. Read them again, then change them.");
    }
    PolicyRuleStore.Rules after = store.rules();
    audit.record(
        "policy-rules.replace",
        "policy-rules",
        Map.of("revision", before.revision(), "rules", names(before)),
        Map.of("revision", after.revision(), "rules", names(after)));
    return after;
  }

  private static List<String> names(PolicyRuleStore.Rules rules) {
    return rules.rules().stream().map(PolicyRule::name).toList();
  }

  /** Refuses rules of which two have one name, or that are too many. */
  static void requireNamed(List<PolicyRule> rules) {
    if (rules.size() > MOST) {
      throw Refused.because("rules", "There may be %d rules at most.".formatted(MOST));
    }
    Set<String> names = new HashSet<>();
    for (PolicyRule rule : rules) {
      if (!names.add(rule.name())) {
        throw Refused.because(
            "rules", "Two rules are called '%s'; give each a name.".formatted(rule.name()));
      }
    }
  }
}
