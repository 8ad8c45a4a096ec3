package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.ReorderWriteStore.Outcome;

/** What the store of what is written into reorder rules does. */
public final class ReorderWriteExamples {
  private static final DataScope ALL = DataScope.unrestricted();
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-01-05T02:00:00.123456");
  private static final ReorderWriteStore.Filter ANY =
      new ReorderWriteStore.Filter(
          ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private ReorderWriteExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            ReorderWriteStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ReorderWriteExamples::written),
        new StoreExample<>(
            ReorderWriteStore.class, Does.PAGE_IN_ORDER, ReorderWriteExamples::pages));
  }

  /** Returns what is about to be written into a rule of a company. */
  public static ReorderWrite any(String org, long rule) {
    return new ReorderWrite(
        0,
        "default",
        3,
        org,
        "tea",
        "S1",
        rule,
        new BigDecimal("5.000000000"),
        new BigDecimal("0.000000000"),
        NOW.minusDays(1),
        new BigDecimal("13.000000000"),
        new BigDecimal("30.250000000"),
        null,
        ReorderWriteState.WRITING,
        "ann",
        NOW,
        null,
        null);
  }

  private static void written(ReorderWriteStore store, Stores stores) {
    List<ReorderWrite> begun = store.begin(List.of(any("A", 10), any("B", 11), any("A", 12)));
    assertThat(store.page(ANY, 0, 9)).isEqualTo(begun).doesNotHaveDuplicates();
    assertThat(store.unsettled()).isEqualTo(begun);
    ReorderWrite first = begun.get(0);
    store.settle(
        List.of(
            new Outcome(first.writeNo(), Optional.of(NOW.plusSeconds(1))),
            new Outcome(begun.get(1).writeNo(), Optional.empty())));
    store.settle(List.of(new Outcome(first.writeNo(), Optional.empty())));
    assertThat(store.unsettled()).as("what is settled stays so").containsExactly(begun.get(2));
    assertThat(store.page(ANY, 0, 9))
        .extracting(ReorderWrite::state)
        .containsExactly(
            ReorderWriteState.WRITTEN, ReorderWriteState.NOT_WRITTEN, ReorderWriteState.WRITING);
    assertThat(store.find(ALL, first.writeNo()).orElseThrow().ruleStamp())
        .isEqualTo(NOW.plusSeconds(1));
    assertThat(store.find(DataScope.ofCompanies(Set.of("B")), first.writeNo()))
        .as("of another company")
        .isEmpty();
    ReorderWriteStore.Filter exact =
        new ReorderWriteStore.Filter(
            ALL,
            Optional.of(ReorderWriteState.WRITTEN),
            Optional.of("A"),
            Optional.of("tea"),
            Optional.of("S1"));
    assertThat(store.page(exact, 0, 9)).extracting(ReorderWrite::ruleId).containsExactly(10L);
    ReorderWrite second = store.begin(List.of(after(first, NOW.plusSeconds(1)))).get(0);
    store.settle(List.of(new Outcome(second.writeNo(), Optional.of(NOW.plusSeconds(2)))));
    store.takeBack(second, NOW.plusSeconds(3), "bob", AnyCase.NOW);
    assertThat(store.find(ALL, second.writeNo()).orElseThrow().takenBackBy()).isEqualTo("bob");
    assertThat(store.find(ALL, first.writeNo()).orElseThrow().ruleStamp())
        .as("its levels stand there again")
        .isEqualTo(NOW.plusSeconds(3));
  }

  private static ReorderWrite after(ReorderWrite before, LocalDateTime stamp) {
    return new ReorderWrite(
        0,
        before.planName(),
        before.decisionId(),
        before.orgId(),
        before.itemId(),
        before.siteId(),
        before.ruleId(),
        before.minimum(),
        before.maximum(),
        stamp,
        before.minimum(),
        before.maximum(),
        null,
        ReorderWriteState.WRITING,
        "ann",
        NOW,
        null,
        null);
  }

  private static void pages(ReorderWriteStore store, Stores stores) {
    store.begin(List.of(any("A", 1), any("A", 2), any("A", 3), any("A", 4), any("A", 5)));
    List<ReorderWrite> all =
        followed(0L, (after, limit) -> store.page(ANY, after, limit), ReorderWrite::writeNo);
    assertThat(all).extracting(ReorderWrite::ruleId).containsExactly(1L, 2L, 3L, 4L, 5L);
  }
}
