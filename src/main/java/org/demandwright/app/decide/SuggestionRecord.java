package org.demandwright.app.decide;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;

/**
 * A suggestion with all that happened to it.
 *
 * @param state where it stands today
 * @param order as the decision has it that suggested it last; empty where that one is not kept
 * @param answers in order
 * @param found lines of the ERP that are what was accepted
 * @param notes what is to be known before it is relied on
 */
public record SuggestionRecord(
    SuggestionCase suggestion,
    SuggestionState state,
    Optional<SuggestedOrder> order,
    List<AnswerStore.Answered> answers,
    List<AcceptedOrder.Found> found,
    List<Words> notes) {
  public SuggestionRecord {
    answers = List.copyOf(answers);
    found = List.copyOf(found);
    notes = List.copyOf(notes);
  }
}
