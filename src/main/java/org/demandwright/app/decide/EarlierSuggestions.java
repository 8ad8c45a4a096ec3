package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Steadiness;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestedOrder.Identity;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;

/**
 * What the decision before suggested, and which of it goes on under its number. What was accepted
 * does not: if something is suggested on top, that is another suggestion. Nor does what was
 * rejected and got worse since ({@link Steadiness#isWorse}).
 */
final class EarlierSuggestions {
  private final Map<Identity, SuggestionStore.Before> before;
  private final Map<Long, SuggestionCase> answered;

  private EarlierSuggestions(
      Map<Identity, SuggestionStore.Before> before, Map<Long, SuggestionCase> answered) {
    this.before = before;
    this.answered = answered;
  }

  /**
   * Reads them.
   *
   * @param decisionId of the decision before; empty = there is none
   */
  static EarlierSuggestions of(
      Optional<Long> decisionId, SuggestionStore suggestions, AnswerStore answers) {
    Map<Identity, SuggestionStore.Before> before =
        decisionId.map(suggestions::before).orElse(Map.of());
    Map<Long, SuggestionCase> answered = new HashMap<>();
    answers
        .cases(before.values().stream().map(SuggestionStore.Before::number).toList())
        .forEach(c -> answered.put(c.suggestionNo(), c));
    return new EarlierSuggestions(before, answered);
  }

  private Optional<SuggestionCase> caseOf(Identity identity) {
    return Optional.ofNullable(before.get(identity)).map(b -> answered.get(b.number()));
  }

  private boolean isSettled(Identity identity) {
    return caseOf(identity)
        .filter(
            c ->
                c.state() == SuggestionState.ORDERED
                    || c.state() == SuggestionState.LAPSED
                    || c.state() == SuggestionState.ACCEPTED && !c.kind().moves())
        .isPresent();
  }

  /** Returns what was suggested of the same and is not settled. */
  Optional<SuggestionStore.Before> of(Identity identity) {
    return Optional.ofNullable(before.get(identity)).filter(b -> !isSettled(identity));
  }

  /** Returns the numbers that suggestions have already. */
  Map<Identity, SuggestionStore.Before> numbers(Collection<SuggestedOrder> orders) {
    Map<Identity, SuggestionStore.Before> numbers = new HashMap<>();
    for (SuggestedOrder order : orders) {
      of(order.identity()).ifPresent(known -> numbers.put(order.identity(), known));
    }
    orders.stream().filter(this::isWorse).forEach(order -> numbers.remove(order.identity()));
    return numbers;
  }

  private boolean isWorse(SuggestedOrder order) {
    return rejected(order)
        .filter(
            c ->
                Steadiness.isWorse(
                    c.quantity(),
                    c.late(),
                    order.suggestion().quantity(),
                    order.suggestion().late(),
                    order.terms().map(OrderTerms::step).orElse(BigDecimal.ZERO)))
        .isPresent();
  }

  /** Returns the suggestion of the same that was rejected. */
  Optional<SuggestionCase> rejected(SuggestedOrder order) {
    return caseOf(order.identity()).filter(c -> c.state() == SuggestionState.REJECTED);
  }
}
