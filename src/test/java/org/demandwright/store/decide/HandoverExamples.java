package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.HandoverStore.Settlement;

/** What the store of what is handed over does. */
public final class HandoverExamples {
  private static final DataScope ALL = DataScope.unrestricted();
  private static final HandoverStore.Filter ANY =
      new HandoverStore.Filter(
          ALL,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private HandoverExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            HandoverStore.class, Does.RETURN_WHAT_WAS_WRITTEN, HandoverExamples::written),
        new StoreExample<>(HandoverStore.class, Does.PAGE_IN_ORDER, HandoverExamples::pages));
  }

  /** Returns what is handed over of a suggestion that was accepted with 12 units. */
  public static Handover any(long suggestion, String org, String item) {
    SuggestionCase open = AnyCase.open(suggestion, org, item, 1);
    return Handover.of(
        open.answered(
            new SuggestionCase.Answer(
                SuggestionState.ACCEPTED,
                "ann",
                AnyCase.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new SuggestionCase.Acceptance(
                        open.lastDay(),
                        new BigDecimal("12.000000"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of())))),
        null);
  }

  private static void written(HandoverStore store, Stores stores) {
    store.add(any(7, "A", "tea"));
    store.add(any(8, "B", "cup"));
    List<Handover> both = store.page(ANY, 0, 9);
    assertThat(both).extracting(Handover::suggestionNo).containsExactly(7L, 8L);
    Handover tea = both.get(0);
    assertThat(tea).isEqualTo(any(7, "A", "tea").numbered(tea.handoverNo()));
    assertThat(tea.purchaseQuantity()).isEqualByComparingTo(new BigDecimal("1"));
    assertThat(store.find(ALL, tea.handoverNo())).contains(tea);
    assertThat(store.find(ALL, 999)).isEmpty();
    assertThat(store.find(DataScope.ofCompanies(Set.of("B")), tea.handoverNo()))
        .as("of another company")
        .isEmpty();
    HandoverStore.Filter exact =
        new HandoverStore.Filter(
            ALL,
            Optional.of(HandoverState.WAITING),
            Optional.of(SuggestionKind.BUY),
            Optional.of("A"),
            Optional.of(tea.siteId()),
            Optional.of(tea.vendorId()));
    assertThat(store.page(exact, 0, 9)).containsExactly(tea);
    Settlement taken =
        new Settlement(
            HandoverState.TAKEN, Optional.of("P0042"), Optional.empty(), "ann", AnyCase.NOW);
    assertThat(store.settle(tea.handoverNo(), taken)).isTrue();
    assertThat(store.settle(tea.handoverNo(), taken)).as("waits no longer").isFalse();
    assertThat(store.page(exact, 0, 9)).isEmpty();
    Handover after = store.find(ALL, tea.handoverNo()).orElseThrow();
    assertThat(after.state()).isEqualTo(HandoverState.TAKEN);
    assertThat(after.documentNo()).isEqualTo("P0042");
    assertThat(after.settledBy()).isEqualTo("ann");
    store.add(any(7, "A", "tea"));
    assertThat(store.newest(7).map(Handover::state)).contains(HandoverState.WAITING);
    assertThat(store.newest(9)).isEmpty();
  }

  private static void pages(HandoverStore store, Stores stores) {
    for (int i = 1; i <= 7; i++) {
      store.add(any(i, "A", "item" + i));
    }
    List<Handover> all =
        followed(0L, (after, limit) -> store.page(ANY, after, limit), Handover::handoverNo);
    assertThat(all).extracting(Handover::suggestionNo).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }
}
