package org.demandwright.store.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.decide.Xyz;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of automatic release do. */
public final class ReleaseExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private ReleaseExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            ReleaseRuleStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ReleaseExamples::rules),
        new StoreExample<>(
            ReleaseRuleStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ReleaseExamples::switched),
        new StoreExample<>(
            ReleaseStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ReleaseExamples::released),
        new StoreExample<>(
            ReleaseStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ReleaseExamples::forgotten));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static void rules(ReleaseRuleStore store, Stores stores) {
    assertThat(store.rules().rules()).isEmpty();
    assertThat(store.rules().terms()).isEqualTo(ReleaseTerms.DEFAULTS);
    ReleaseRule narrow =
        new ReleaseRule(
            "cheap tea",
            new ReleaseRule.Scope(
                new PolicyRule.Conditions(
                    Set.of("A"),
                    Set.of("tea"),
                    Set.of("S1"),
                    Set.of("goods"),
                    Set.of("V1"),
                    Set.of(Abc.B, Abc.C),
                    Set.of(Xyz.X)),
                Set.of(SuggestionKind.BUY, SuggestionKind.TRANSFER)),
            new ReleaseRule.Limits(
                Optional.of(number("48")),
                Optional.of(number("100.50")),
                Optional.of(number("1.2")),
                new ReleaseRule.Confidence(
                    true, Optional.of(number("0.3")), true, ReleaseRule.Lateness.NOT_LATE)));
    ReleaseRule wide =
        new ReleaseRule(
            "anything",
            new ReleaseRule.Scope(PolicyRule.Conditions.ANY, Set.of()),
            new ReleaseRule.Limits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ReleaseRule.Confidence(
                    false, Optional.empty(), false, ReleaseRule.Lateness.ANY)));
    ReleaseTerms terms =
        new ReleaseTerms(number("1000"), Optional.of(number("250.5")), number("0.05"), 1);
    assertThat(store.replace(List.of(narrow, wide), terms, 0, "ann", NOW)).isTrue();
    assertThat(store.replace(List.of(), ReleaseTerms.DEFAULTS, 0, "bob", NOW))
        .as("seen before")
        .isFalse();
    assertThat(store.rules())
        .isEqualTo(new ReleaseRuleStore.Rules(1, NOW, "ann", terms, List.of(narrow, wide)));
    assertThat(store.replace(List.of(wide), ReleaseTerms.DEFAULTS, 1, "bob", NOW)).isTrue();
    assertThat(store.rules().rules()).containsExactly(wide);
    assertThat(store.rules().terms()).isEqualTo(ReleaseTerms.DEFAULTS);
  }

  private static void switched(ReleaseRuleStore store, Stores stores) {
    assertThat(store.state().on()).as("at first").isFalse();
    ReleaseRuleStore.Switch on = store.turn(true, "ann", "tried for a month", NOW);
    assertThat(on).isEqualTo(new ReleaseRuleStore.Switch(true, 1, NOW, "ann", "tried for a month"));
    assertThat(store.held()).isEqualTo(on);
    assertThat(store.turn(false, "bob", "odd orders", NOW.plusSeconds(1)).on()).isFalse();
    assertThat(store.state().revision()).isEqualTo(2);
  }

  private static ReleaseStore.Done done(long number, long decision, String rule, String money) {
    return new ReleaseStore.Done(
        number,
        decision,
        "default",
        rule,
        3,
        DAY,
        NOW,
        number("24.000000"),
        Optional.ofNullable(money).map(BigDecimal::new),
        "EUR");
  }

  private static ReleaseStore.Run run(long decision) {
    return new ReleaseStore.Run(decision, "default", NOW, 3, Optional.empty(), Optional.of("EUR"));
  }

  private static void released(ReleaseStore store, Stores stores) {
    ReleaseStore.Kept kept =
        new ReleaseStore.Kept(
            5, Optional.of("r"), ReleaseLimit.MONEY, Words.of("decide.release.no-price"));
    ReleaseStore.Kept none =
        new ReleaseStore.Kept(
            6, Optional.empty(), ReleaseLimit.NO_RULE, Words.of("decide.release.no-rule"));
    store.keep(run(1), List.of(kept));
    store.keep(run(1), List.of(kept, none));
    assertThat(store.run(1)).contains(run(1));
    assertThat(store.kept(1, 5)).contains(kept);
    assertThat(store.kept(1, 6)).contains(none);
    assertThat(store.kept(2, 5)).as("of another decision").isEmpty();
    assertThat(store.keptBy(1))
        .containsExactlyInAnyOrder(
            new ReleaseStore.KeptCount(Optional.of("r"), ReleaseLimit.MONEY, 1),
            new ReleaseStore.KeptCount(Optional.empty(), ReleaseLimit.NO_RULE, 1));
    store.stop(1, Words.of("decide.release.off"));
    assertThat(store.run(1).orElseThrow().stopped()).contains(Words.of("decide.release.off"));

    ReleaseStore.Done first = done(7, 1, "r", "60.250000000000");
    store.add(first);
    store.add(done(8, 1, "r", null));
    store.add(done(9, 2, "r", "10.000000000000"));
    assertThat(store.done(List.of(7L, 99L))).containsExactly(first);
    assertThat(store.releasedOn(DAY, "EUR")).isEqualByComparingTo("70.25");
    assertThat(store.releasedOn(DAY, "USD")).isZero();
    assertThat(store.releasedOn(DAY.plusDays(1), "EUR")).isZero();
    List<ReleaseStore.Released> byRule = store.released(1);
    assertThat(byRule).hasSize(1);
    assertThat(byRule.get(0).count()).isEqualTo(2);
    assertThat(byRule.get(0).units()).isEqualByComparingTo("48");
    assertThat(byRule.get(0).money()).isEqualByComparingTo("60.25");
  }

  /**
   * With its decision goes why something was kept, and with the suggestion that it was released.
   */
  private static void forgotten(ReleaseStore store, Stores stores) {
    DecisionStore decisions = new DecisionStore(stores.sql());
    long old = decisions.begin(1, "default", 3, DAY, NOW).decisionId();
    decisions.finish(old, 0, "abc", NOW);
    long next = decisions.begin(2, "default", 3, DAY, NOW).decisionId();
    decisions.finish(next, 0, "abc", NOW);
    assertThat(decisions.made("default"))
        .extracting(DecisionStore.Decision::decisionId)
        .containsExactly(old, next);
    store.keep(run(old), List.of());
    store.keep(run(next), List.of());
    decisions.forget("default", 1);
    assertThat(store.run(old)).isEmpty();
    assertThat(store.run(next)).isPresent();

    AnswerStore answers = new AnswerStore(stores.sql());
    SuggestionCase ordered = AnyCase.changed(AnyCase.open(7, "A", "tea", 1), "12.000000");
    answers.note(List.of(AnyCase.open(7, "A", "tea", 1), AnyCase.open(8, "A", "cup", 1)));
    answers.answer(ordered, AnyCase.logged(ordered, SuggestionAnswer.ACCEPTED));
    SuggestionCase gone = ordered.foundTo(SuggestionState.ORDERED);
    answers.answer(gone, AnyCase.logged(gone, SuggestionAnswer.ORDERED));
    store.add(done(7, 1, "r", "60"));
    answers.forget(AnyCase.DAY);
    assertThat(store.done(List.of(7L))).hasSize(1);
    answers.forget(DAY.plusYears(1));
    assertThat(store.done(List.of(7L))).isEmpty();
  }
}
