package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.decide.PolicyBook;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.run.PlanStore;

/** Reads what was decided of stock, and what would be by other rules. */
@ApplicationScoped
@Transactional
public class StockPlans {
  private static final int SHOWN = 20;

  private final DecisionStore decisions;
  private final StockPlanStore plans;
  private final ForecastPlans forecastPlans;
  private final PolicyRules rules;
  private final DecideStock decide;

  @Inject
  StockPlans(
      DecisionStore decisions,
      StockPlanStore plans,
      ForecastPlans forecastPlans,
      PolicyRules rules,
      DecideStock decide) {
    this.decisions = decisions;
    this.plans = plans;
    this.forecastPlans = forecastPlans;
    this.rules = rules;
    this.decide = decide;
  }

  StockPlans() {
    this(null, null, null, null, null);
  }

  /** Returns a decision that is still there, of a plan that the caller may read. */
  public Optional<DecisionStore.Decision> decision(long decisionId) {
    Optional<DecisionStore.Decision> decision = decisions.find(decisionId);
    decision.ifPresent(d -> forecastPlans.readable(d.plan()));
    return decision;
  }

  /**
   * Returns the newest decision of a plan.
   *
   * @param named the plan, empty = the default one
   */
  public DecisionStore.Decision newest(Optional<String> named) {
    String plan = forecastPlans.readable(named.orElse(PlanStore.DEFAULT)).name();
    return decisions
        .newest(plan)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nothing was decided for plan %s yet: run the job decide, or nightly."
                        .formatted(plan)));
  }

  /** Returns what was planned, in the order of the places. */
  public Page<PlannedStock> page(
      long decisionId, StockPlanStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        plans.page(decisionId, filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        plan -> Cursors.of(plan.number()));
  }

  /**
   * What other rules would change, before they stand.
   *
   * @param items at sites of which something would be another value
   * @param changes of values; some of the first
   */
  public record Preview(long items, List<RuleTouches> rules, List<PolicyBook.Change> changes) {}

  /**
   * A rule with how many items at sites it is about.
   *
   * @param touches also those for which a rule above it counts
   */
  public record RuleTouches(String name, long touches) {}

  /** Returns what rules would change against those that stand. */
  public Preview preview(Optional<String> plan, List<PolicyRule> other) {
    PolicyRules.requireNamed(other);
    DecisionBasis basis = decide.basis(newest(plan));
    List<PolicyBook.Case> cases = basis.places().stream().map(basis::policyCase).toList();
    List<PolicySubject> subjects = cases.stream().map(PolicyBook.Case::subject).toList();
    List<PolicyBook.Change> changes = rules.book().changes(PolicyRules.book(other), cases);
    List<RuleTouches> touches = new ArrayList<>();
    other.forEach(rule -> touches.add(new RuleTouches(rule.name(), rule.touches(subjects).size())));
    return new Preview(
        changes.stream().map(change -> change.subject().key()).distinct().count(),
        touches,
        changes.stream().limit(SHOWN).toList());
  }
}
