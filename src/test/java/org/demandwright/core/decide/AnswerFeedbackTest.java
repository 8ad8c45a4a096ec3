package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.AnswerFeedback.Fate;
import org.demandwright.core.decide.AnswerFeedback.Reason;
import org.junit.jupiter.api.Test;

/** Of suggestions of 100 units. */
class AnswerFeedbackTest {
  private static final Words VENDOR = Words.of("decide.feedback.vendor", "X");

  private static Fate taken(String units) {
    return new Fate(
        SuggestionState.ORDERED,
        false,
        new BigDecimal("100"),
        Optional.of(new BigDecimal(units)),
        Optional.empty());
  }

  private static Fate other(SuggestionState state, boolean suggested, String reason) {
    return new Fate(
        state, suggested, new BigDecimal("100"), Optional.empty(), Optional.ofNullable(reason));
  }

  @Test
  void every_fate_is_counted_once() {
    AnswerFeedback feedback =
        AnswerFeedback.of(
            List.of(
                taken("100.000"),
                taken("50"),
                taken("120"),
                taken("40"),
                other(SuggestionState.REJECTED, true, "too dear"),
                other(SuggestionState.REJECTED, false, "no room"),
                other(SuggestionState.REJECTED, false, "too dear"),
                other(SuggestionState.OPEN, true, null),
                other(SuggestionState.SNOOZED, true, null),
                other(SuggestionState.OPEN, false, null)));
    assertThat(feedback)
        .isEqualTo(
            new AnswerFeedback(
                10,
                2,
                1,
                2,
                1,
                Optional.of(new BigDecimal("0.7500")),
                3,
                List.of(new Reason("too dear", 2), new Reason("no room", 1)),
                1,
                0));
    assertThat(feedback.open() + feedback.accepted() + feedback.rejected() + feedback.ignored())
        .isEqualTo(feedback.suggestions());
  }

  @Test
  void a_sentence_says_what_happens_to_most() {
    List<Fate> fates = new ArrayList<>(Collections.nCopies(8, taken("50")));
    fates.addAll(Collections.nCopies(2, taken("100")));
    assertThat(AnswerFeedback.of(fates).sentence(VENDOR))
        .isEqualTo(
            Words.of(
                "decide.feedback.cut", VENDOR, BigDecimal.valueOf(80), 10, BigDecimal.valueOf(50)));
    assertThat(AnswerFeedback.of(List.of(taken("100"))).sentence(VENDOR).key())
        .isEqualTo("decide.feedback.as-suggested");
    assertThat(AnswerFeedback.of(List.of(taken("101"))).sentence(VENDOR).key())
        .isEqualTo("decide.feedback.raised");
    Fate unsaid = other(SuggestionState.REJECTED, true, null);
    assertThat(AnswerFeedback.of(List.of(unsaid)).sentence(VENDOR).key())
        .isEqualTo("decide.feedback.rejected.unsaid");
    assertThat(
            AnswerFeedback.of(List.of(other(SuggestionState.OPEN, false, null)))
                .sentence(VENDOR)
                .key())
        .isEqualTo("decide.feedback.ignored");
    assertThat(AnswerFeedback.of(List.of()).sentence(VENDOR))
        .isEqualTo(Words.of("decide.feedback.none", VENDOR, 0));
  }

  @Test
  void what_lapsed_was_accepted() {
    AnswerFeedback feedback =
        AnswerFeedback.of(
            List.of(
                new Fate(
                    SuggestionState.LAPSED,
                    false,
                    new BigDecimal("100"),
                    Optional.of(new BigDecimal("100")),
                    Optional.empty())));
    assertThat(feedback.lapsed()).isEqualTo(1);
    assertThat(feedback.asSuggested()).isEqualTo(1);
  }

  @Test
  void terms_say_which_figures_a_quantity_offends() {
    OrderTerms terms =
        new OrderTerms(
            BigDecimal.ONE,
            BigDecimal.valueOf(24),
            BigDecimal.valueOf(8),
            BigDecimal.valueOf(12),
            Optional.empty());
    assertThat(terms.against(BigDecimal.valueOf(48))).isEmpty();
    assertThat(terms.against(BigDecimal.valueOf(12)))
        .isEqualTo(
            Map.of(
                OrderTerms.Objection.BELOW_MINIMUM,
                BigDecimal.valueOf(24),
                OrderTerms.Objection.NO_MULTIPLE,
                BigDecimal.valueOf(24)));
  }
}
