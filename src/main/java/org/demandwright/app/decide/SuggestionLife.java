package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * What decisions make of answers: what was accepted is looked for among the ERP's orders, and each
 * suggestion is noted by its number, for people to answer.
 */
@ApplicationScoped
public class SuggestionLife {
  /** Who is said to have found it. */
  static final String JOB = "decide";

  private static final int PAGE = 1_000;

  private final DecisionStore decisions;
  private final SuggestionStore suggestions;
  private final StockPlanStore plans;
  private final AnswerStore answers;
  private final SupplyStore supply;
  private final Settings settings;
  private final Clock clock;

  @Inject
  SuggestionLife(
      DecisionStore decisions,
      SuggestionStore suggestions,
      StockPlanStore plans,
      AnswerStore answers,
      SupplyStore supply,
      Settings settings,
      Clock clock) {
    this.decisions = decisions;
    this.suggestions = suggestions;
    this.plans = plans;
    this.answers = answers;
    this.supply = supply;
    this.settings = settings;
    this.clock = clock;
  }

  SuggestionLife() {
    this(null, null, null, null, null, null, null);
  }

  /** Returns what the newest decision of a plan suggested. */
  EarlierSuggestions earlier(String plan) {
    return EarlierSuggestions.of(
        decisions.newest(plan).map(Decision::decisionId), suggestions, answers);
  }

  /** Returns what was accepted, with what the ERP has of it in the morning of a day. */
  List<AcceptedSupply.Standing> accepted(LocalDate today) {
    return AcceptedSupply.of(answers, supply, today);
  }

  /** Returns what was accepted of an item, with what the ERP has of it in the morning of a day. */
  List<AcceptedSupply.Standing> accepted(LocalDate today, ItemKey item) {
    return AcceptedSupply.of(answers, supply, today, item);
  }

  /**
   * Notes what was found of what was accepted, and what a decision that is about to end suggests.
   */
  @Transactional
  public void close(Decision decision) {
    Map<SuggestedOrder.Identity, Long> lapsed = new HashMap<>();
    for (AcceptedSupply.Standing standing : accepted(decision.asOf())) {
      answers.keepFound(standing.order().number(), standing.order().found());
      standing.outcome().ifPresent(outcome -> settle(standing.suggestion(), outcome, lapsed));
    }
    EarlierSuggestions earlier = earlier(decision.plan());
    SuggestionStore.Filter all = SuggestionStore.Filter.all();
    List<SuggestedOrder> page = suggestions.page(decision.decisionId(), all, 0, 0, PAGE);
    while (!page.isEmpty()) {
      note(decision, page, earlier, lapsed);
      SuggestedOrder last = page.get(page.size() - 1);
      page = suggestions.page(decision.decisionId(), all, last.place(), last.line(), PAGE);
    }
  }

  /** Forgets suggestions that are older than is set, with their answers. */
  public void forgetOld() {
    LocalDate today = clock.today(settings.intake().siteZone());
    answers.forget(today.minusDays(settings.decisions().suggestionDays()));
  }

  private void settle(
      SuggestionCase c, SuggestionAnswer outcome, Map<SuggestedOrder.Identity, Long> lapsed) {
    Instant now = clock.now();
    SuggestionCase after = c.foundTo(outcome.leadsTo());
    answers.answer(
        after,
        new AnswerStore.Answered(
            c.suggestionNo(),
            after.revision(),
            now,
            JOB,
            outcome,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    if (outcome == SuggestionAnswer.LAPSED) {
      lapsed.put(c.identity(), c.suggestionNo());
    }
  }

  private void note(
      Decision decision,
      List<SuggestedOrder> orders,
      EarlierSuggestions earlier,
      Map<SuggestedOrder.Identity, Long> lapsed) {
    Map<Long, StockPlanStore.Classes> classes =
        plans.classes(
            decision.decisionId(), orders.stream().map(SuggestedOrder::place).distinct().toList());
    List<SuggestionCase> cases = new ArrayList<>();
    for (SuggestedOrder order : orders) {
      Optional<Long> follows =
          earlier
              .rejected(order)
              .map(SuggestionCase::suggestionNo)
              .filter(number -> number != order.number())
              .or(() -> Optional.ofNullable(lapsed.get(order.identity())));
      cases.add(suggestionCase(decision, order, classes.get(order.place()), follows.orElse(null)));
    }
    answers.note(cases);
  }

  private static SuggestionCase suggestionCase(
      Decision decision, SuggestedOrder order, StockPlanStore.Classes classes, Long follows) {
    return SuggestionCase.open(
        new SuggestionCase.Suggested(
            decision.plan(), decision.decisionId(), decision.versionId(), decision.asOf()),
        order,
        classes.category(),
        classes.abc(),
        follows);
  }
}
