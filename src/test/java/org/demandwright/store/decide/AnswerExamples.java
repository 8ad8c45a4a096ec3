package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.AcceptedOrder.Found;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the store of answers does. */
public final class AnswerExamples {
  private static final DataScope ALL = DataScope.unrestricted();

  private AnswerExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            AnswerStore.class, Does.RETURN_WHAT_WAS_WRITTEN, AnswerExamples::answered),
        new StoreExample<>(
            AnswerStore.class, Does.RETURN_WHAT_WAS_WRITTEN, AnswerExamples::suggestedAnew),
        new StoreExample<>(AnswerStore.class, Does.RETURN_WHAT_WAS_WRITTEN, AnswerExamples::found),
        new StoreExample<>(AnswerStore.class, Does.FORGET, AnswerExamples::forgotten));
  }

  private static void answered(AnswerStore store, Stores stores) {
    SuggestionCase open = AnyCase.open(7, "A", "tea", 1);
    store.note(List.of(open, AnyCase.open(8, "A", "cup", 1)));
    assertThat(store.find(ALL, 7)).contains(open);
    assertThat(store.find(ALL, 9)).isEmpty();
    assertThat(store.find(DataScope.ofCompanies(Set.of("B")), 7))
        .as("of another company")
        .isEmpty();
    store.hold(7);
    SuggestionCase changed = AnyCase.changed(open, "12.000000");
    AnswerStore.Answered log = AnyCase.logged(changed, SuggestionAnswer.CHANGED);
    assertThat(store.answer(changed, log)).isTrue();
    assertThat(store.answer(changed, log)).as("somebody was quicker").isFalse();
    assertThat(store.find(ALL, 7)).contains(changed);
    assertThat(store.answers(7)).containsExactly(log);
    assertThat(store.answers(8)).isEmpty();
    assertThat(store.waiting()).containsExactly(changed);
    assertThat(store.cases(List.of(7L, 9L))).containsExactly(changed);
    assertThat(changed.before()).containsExactly("PO:1", "PO:2");
    assertThat(changed.orderTerms()).contains(AnyCase.TERMS);
  }

  private static void suggestedAnew(AnswerStore store, Stores stores) {
    SuggestionCase tea = AnyCase.open(7, "A", "tea", 1);
    SuggestionCase cup = AnyCase.open(8, "A", "cup", 1);
    store.note(List.of(tea, cup));
    SuggestionCase accepted = AnyCase.changed(cup, "12.000000");
    store.answer(accepted, AnyCase.logged(accepted, SuggestionAnswer.CHANGED));
    SuggestionCase next = AnyCase.quantity(AnyCase.open(7, "A", "tea", 2), "36.000000");
    store.note(List.of(next, AnyCase.quantity(AnyCase.open(8, "A", "cup", 2), "36.000000")));
    assertThat(store.find(ALL, 7)).contains(next);
    SuggestionCase still = store.find(ALL, 8).orElseThrow();
    assertThat(still.quantity()).as("as it was answered").isEqualTo(accepted.quantity());
    assertThat(still.decisionId()).isEqualTo(2);
    assertThat(still.lastDay()).isEqualTo(next.lastDay());
    assertThat(still.state()).isEqualTo(SuggestionState.ACCEPTED);

    List<SuggestionCase> within = new ArrayList<>();
    LocalDate last = next.lastDay();
    store.each(ALL, "default", last, last, within::add);
    assertThat(within).containsExactly(next, still);
    within.clear();
    store.each(ALL, "default", last.plusDays(1), last.plusDays(9), within::add);
    store.each(ALL, "other", last, last, within::add);
    assertThat(within).isEmpty();
  }

  private static void found(AnswerStore store, Stores stores) {
    Found part = new Found("PO:3", Optional.of("4711"), new BigDecimal("10.000000"));
    Found rest = new Found("PO:4", Optional.empty(), new BigDecimal("2.000000"));
    store.keepFound(7, List.of(part));
    store.keepFound(7, List.of(rest, part));
    store.keepFound(8, List.of(rest));
    assertThat(store.found(List.of(7L, 8L, 9L)))
        .isEqualTo(Map.of(7L, List.of(part, rest), 8L, List.of(rest)));
    SuggestionCase tea = AnyCase.open(7, "A", "tea", 1);
    store.note(List.of(tea, AnyCase.open(8, "A", "cup", 1)));
    SuggestionCase waiting = AnyCase.changed(tea, "24.000000");
    store.answer(waiting, AnyCase.logged(waiting, SuggestionAnswer.CHANGED));
    assertThat(store.used())
        .as("by what is waited for no longer")
        .isEqualTo(Map.of(new AnswerStore.OrderLine("A", "PO:4"), rest.quantity()));
  }

  private static void forgotten(AnswerStore store, Stores stores) {
    SuggestionCase old = AnyCase.open(6, "A", "tea", 1);
    SuggestionCase waiting = AnyCase.open(7, "A", "cup", 1);
    SuggestionCase young = AnyCase.open(8, "A", "tea", 5);
    store.note(List.of(old, waiting, young));
    SuggestionCase accepted = AnyCase.changed(waiting, "12.000000");
    store.answer(accepted, AnyCase.logged(accepted, SuggestionAnswer.CHANGED));
    store.keepFound(6, List.of(new Found("PO:3", Optional.empty(), BigDecimal.ONE)));
    HandoverStore handovers = new HandoverStore(stores.sql());
    handovers.add(HandoverExamples.any(6, "A", "tea"));
    handovers.add(HandoverExamples.any(7, "A", "cup"));
    assertThat(store.forget(young.lastDay())).isEqualTo(1);
    assertThat(handovers.newest(6)).isEmpty();
    assertThat(handovers.newest(7)).isPresent();
    assertThat(store.find(ALL, 6)).isEmpty();
    assertThat(store.found(List.of(6L))).isEmpty();
    assertThat(store.find(ALL, 7)).contains(accepted);
    assertThat(store.answers(7)).hasSize(1);
    assertThat(store.find(ALL, 8)).contains(young);
  }
}
