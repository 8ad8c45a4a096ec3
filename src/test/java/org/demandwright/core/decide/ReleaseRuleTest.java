package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.core.decide.AnyRelease.ANY;
import static org.demandwright.core.decide.AnyRelease.limits;
import static org.demandwright.core.decide.AnyRelease.rule;
import static org.demandwright.core.decide.AnyRelease.units;

import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ReleaseRule.Confidence;
import org.demandwright.core.decide.ReleaseRule.Lateness;
import org.demandwright.core.decide.ReleaseRule.Objection;
import org.junit.jupiter.api.Test;

/** A suggestion of 24 units that cost 60; the largest line before was of 20. */
class ReleaseRuleTest {
  private static final ReleaseCase TEA = AnyRelease.of(1);

  private static Optional<ReleaseLimit> kept(ReleaseCase of, ReleaseRule.Limits limits) {
    return rule("r", limits).objection(of, "EUR").map(Objection::limit);
  }

  private static Words why(ReleaseCase of, ReleaseRule.Limits limits) {
    return rule("r", limits).objection(of, "EUR").map(Objection::why).orElseThrow();
  }

  private static Confidence sure(boolean forecast, String risk, boolean horizon, Lateness late) {
    return new Confidence(
        forecast, Optional.ofNullable(risk).map(java.math.BigDecimal::new), horizon, late);
  }

  @Test
  void what_is_at_a_limit_is_released_and_what_is_beyond_it_is_not() {
    assertThat(kept(TEA, limits("24", "60", "1.2", ANY))).isEmpty();
    assertThat(kept(TEA, limits("23.999999", "", "", ANY))).contains(ReleaseLimit.QUANTITY);
    assertThat(kept(TEA, limits("", "59.99", "", ANY))).contains(ReleaseLimit.MONEY);
    assertThat(kept(TEA, limits("", "", "1.19", ANY))).contains(ReleaseLimit.CHANGE);
  }

  @Test
  void an_objection_tells_what_it_is_and_what_is_allowed() {
    assertThat(why(TEA, limits("23", "", "", ANY)))
        .isEqualTo(Words.of("decide.release.quantity", units("24"), units("23")));
    assertThat(why(TEA, limits("", "50", "", ANY)))
        .isEqualTo(Words.of("decide.release.money", units("60"), units("50"), "EUR"));
    assertThat(why(TEA, limits("", "", "1", ANY)))
        .isEqualTo(Words.of("decide.release.change", units("24"), units("1"), units("20")));
    assertThat(why(TEA, limits("", "", "", sure(false, "0.72", false, Lateness.ANY))))
        .isEqualTo(Words.of("decide.release.risk", units("50"), units("72")));
  }

  @Test
  void nothing_ordered_before_cannot_be_compared_with() {
    assertThat(kept(AnyRelease.sent(TEA), limits("", "", "9", ANY))).contains(ReleaseLimit.CHANGE);
    assertThat(why(AnyRelease.sent(TEA), limits("", "", "9", ANY)).key())
        .isEqualTo("decide.release.change-unknown");
  }

  @Test
  void what_is_bought_needs_a_price_and_a_rate_whatever_the_rule_says() {
    ReleaseRule.Limits none = limits("", "", "", ANY);
    assertThat(kept(AnyRelease.worth(TEA, ReleaseCase.Worth.UNKNOWN), none))
        .contains(ReleaseLimit.PRICE);
    ReleaseCase dollars = AnyRelease.worth(TEA, ReleaseCase.Worth.withoutRate("USD"));
    assertThat(kept(dollars, none)).contains(ReleaseLimit.RATE);
    assertThat(why(dollars, none)).isEqualTo(Words.of("decide.release.no-rate", "USD", "EUR"));
  }

  @Test
  void what_is_sent_costs_nothing_but_is_no_cheaper_than_a_limit() {
    assertThat(kept(AnyRelease.sent(TEA), limits("", "", "", ANY))).isEmpty();
    assertThat(AnyRelease.sent(TEA).spends()).isZero();
    assertThat(kept(AnyRelease.sent(TEA), limits("", "60", "", ANY))).contains(ReleaseLimit.MONEY);
  }

  @Test
  void it_has_to_be_as_sure_as_the_rule_asks() {
    ReleaseCase byRate = AnyRelease.sure(TEA, new ReleaseCase.Confidence(false, 0, false, 0.5));
    ReleaseCase beyond = AnyRelease.sure(TEA, new ReleaseCase.Confidence(true, 0.01, false, 0.5));
    ReleaseCase late = AnyRelease.sure(TEA, new ReleaseCase.Confidence(true, 0, true, 0.5));
    ReleaseRule.Limits forecast = limits("", "", "", sure(true, null, false, Lateness.ANY));
    ReleaseRule.Limits risk = limits("", "", "", sure(false, "0.5", false, Lateness.ANY));
    ReleaseRule.Limits more = limits("", "", "", sure(false, "0.51", false, Lateness.ANY));
    ReleaseRule.Limits horizon = limits("", "", "", sure(false, null, true, Lateness.ANY));
    ReleaseRule.Limits inTime = limits("", "", "", sure(false, null, false, Lateness.NOT_LATE));
    ReleaseRule.Limits lateOnly = limits("", "", "", sure(false, null, false, Lateness.LATE_ONLY));
    assertThat(kept(TEA, forecast)).isEmpty();
    assertThat(kept(byRate, forecast)).contains(ReleaseLimit.PLANNED_BY_RATE);
    assertThat(kept(TEA, risk)).isEmpty();
    assertThat(kept(TEA, more)).contains(ReleaseLimit.RISK);
    assertThat(kept(TEA, horizon)).isEmpty();
    assertThat(kept(beyond, horizon)).contains(ReleaseLimit.HORIZON);
    assertThat(kept(TEA, inTime)).isEmpty();
    assertThat(kept(late, inTime)).contains(ReleaseLimit.LATENESS);
    assertThat(kept(late, lateOnly)).isEmpty();
    assertThat(kept(TEA, lateOnly)).contains(ReleaseLimit.LATENESS);
    for (ReleaseCase each : Set.of(byRate, beyond, late)) {
      assertThat(kept(each, limits("", "", "", ANY))).isEmpty();
    }
  }

  @Test
  void a_rule_is_about_what_is_in_its_scope() {
    PolicyRule.Conditions cups =
        new PolicyRule.Conditions(
            Set.of(), Set.of("cup"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    ReleaseRule.Limits none = limits("", "", "", ANY);
    assertThat(new ReleaseRule("r", new ReleaseRule.Scope(cups, Set.of()), none).about(TEA))
        .isFalse();
    ReleaseRule sends =
        new ReleaseRule(
            "r",
            new ReleaseRule.Scope(PolicyRule.Conditions.ANY, Set.of(SuggestionKind.TRANSFER)),
            none);
    assertThat(sends.about(TEA)).isFalse();
    assertThat(sends.about(AnyRelease.sent(TEA))).isTrue();
  }

  @Test
  void limits_that_allow_nothing_are_none() {
    for (String wrong : Set.of("0", "-1")) {
      assertThatThrownBy(() -> limits(wrong, "", "", ANY)).hasMessageContaining("above 0");
      assertThatThrownBy(() -> limits("", wrong, "", ANY)).hasMessageContaining("above 0");
      assertThatThrownBy(() -> limits("", "", wrong, ANY)).hasMessageContaining("above 0");
    }
    assertThatThrownBy(() -> sure(false, "1.01", false, Lateness.ANY))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> rule("n".repeat(71), limits("", "", "", ANY)))
        .hasMessageContaining("70 characters");
    assertThatThrownBy(() -> new ReleaseTerms(units("1"), Optional.empty(), units("1.1"), 3))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> new ReleaseTerms(units("-1"), Optional.empty(), units("1"), 3))
        .hasMessageContaining("below 0");
  }
}
