package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.Scenario;
import org.demandwright.store.decide.ScenarioStore;

/** Keeps what was asked of prices, with the answers. */
@ApplicationScoped
@Transactional
public class Scenarios {
  private static final int MOST_KEPT = 1_000;

  private final PriceQuestions questions;
  private final PriceResponses responses;
  private final ScenarioStore scenarios;
  private final AuditTrail audit;

  @Inject
  Scenarios(
      PriceQuestions questions,
      PriceResponses responses,
      ScenarioStore scenarios,
      AuditTrail audit) {
    this.questions = questions;
    this.responses = responses;
    this.scenarios = scenarios;
    this.audit = audit;
  }

  Scenarios() {
    this(null, null, null, null);
  }

  /** Answers a question and keeps it. */
  public Scenario add(DataScope scope, PriceQuestions.Question q, String by) {
    Scenario asked = questions.ask(scope, q, by);
    if (scenarios.count(asked.plan()) >= MOST_KEPT) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Of plan %s %d scenarios are kept already: remove some, then ask again."
              .formatted(asked.plan(), MOST_KEPT));
    }
    Scenario kept = scenarios.add(asked);
    audit.record("scenario.add", "scenario/" + kept.scenarioId(), AuditTrail.NOTHING, told(kept));
    return kept;
  }

  private static Map<String, Object> told(Scenario s) {
    return Map.of(
        "name", s.name(),
        "item", s.item(),
        "price", s.price(),
        "first", s.first(),
        "last", s.last(),
        "sites", s.sites().stream().map(Scenario.Site::site).toList());
  }

  /** Returns what is kept, the oldest first. */
  public Page<Scenario> page(
      DataScope scope,
      Optional<String> plan,
      Optional<String> item,
      Optional<String> cursor,
      int limit) {
    return Page.of(
        scenarios.page(
            scope, responses.plan(plan), item, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        s -> Cursors.of(s.scenarioId()));
  }

  /** Returns one that is kept. */
  public Scenario scenario(DataScope scope, long scenarioId) {
    Scenario found =
        scenarios
            .find(scope, scenarioId)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "There is no scenario " + scenarioId + "."));
    responses.plan(Optional.of(found.plan()));
    return found;
  }

  /**
   * Forgets one.
   *
   * @param seen what the caller takes it to be
   * @throws Refused FORBIDDEN where the caller does not see all of its sites
   */
  public void remove(DataScope scope, long scenarioId, Expected<Scenario> seen) {
    Scenario found = scenario(scope, scenarioId);
    seen.check(found);
    if (found.sites().size() < scenarios.sites(scenarioId)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Scenario %d is about sites, too, that you do not see; who sees them may remove it."
              .formatted(scenarioId));
    }
    scenarios.remove(scenarioId);
    audit.record("scenario.remove", "scenario/" + scenarioId, told(found), AuditTrail.NOTHING);
  }
}
