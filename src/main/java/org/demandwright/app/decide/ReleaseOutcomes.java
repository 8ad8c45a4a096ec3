package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ReleaseStore;

/** Reads what rules made of decisions. */
@ApplicationScoped
@Transactional
public class ReleaseOutcomes {
  private final StockPlans plans;
  private final ReleaseStore releases;

  @Inject
  ReleaseOutcomes(StockPlans plans, ReleaseStore releases) {
    this.plans = plans;
    this.releases = releases;
  }

  ReleaseOutcomes() {
    this(null, null);
  }

  /**
   * What became of a decision.
   *
   * @param run empty where automation was off
   */
  public record Outcome(
      Decision decision,
      Optional<ReleaseStore.Run> run,
      List<ReleaseStore.Released> released,
      List<ReleaseStore.KeptCount> kept) {}

  /**
   * Returns what became of the newest decision of a plan.
   *
   * @param named the plan, empty = the default one
   */
  public Outcome newest(Optional<String> named) {
    Decision decision = plans.newest(named);
    return new Outcome(
        decision,
        releases.run(decision.decisionId()),
        releases.released(decision.decisionId()),
        releases.keptBy(decision.decisionId()));
  }
}
