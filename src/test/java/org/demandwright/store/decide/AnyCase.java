package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.PriceBreaks;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;

/** Suggestions with their answers. */
public final class AnyCase {
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  public static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

  /** Boxes of 12, at least two, cheaper from 100 on. */
  public static final OrderTerms TERMS =
      new OrderTerms(
          BigDecimal.ONE,
          units("24"),
          units("1"),
          units("12"),
          Optional.of(
              new PriceBreaks(
                  List.of(
                      new PriceBreaks.Break(BigDecimal.ZERO, units("2.5")),
                      new PriceBreaks.Break(units("100"), units("2.25"))))));

  private AnyCase() {}

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  /** Returns one that nobody has answered. */
  public static SuggestionCase open(long number, String org, String item, long decisionId) {
    return new SuggestionCase(
        number,
        "default",
        decisionId,
        3,
        DAY,
        DAY.plusDays(decisionId),
        SuggestionKind.BUY,
        org,
        item,
        "S1",
        null,
        "V1",
        null,
        "goods",
        "A",
        units("24.000000"),
        false,
        "BOX",
        units("12.000000"),
        units("60.000000000000"),
        "EUR",
        DAY.plusDays(1),
        DAY.plusDays(9),
        Words.of("decide.covers", 23, DAY.plusDays(12), Words.decimal(72, 0)).text(),
        TermsText.of(TERMS),
        null,
        SuggestionState.OPEN,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Returns it with another quantity suggested. */
  public static SuggestionCase quantity(SuggestionCase c, String quantity) {
    return new SuggestionCase(
        c.suggestionNo(),
        c.planName(),
        c.decisionId(),
        c.versionId(),
        c.firstDay(),
        c.lastDay(),
        c.kind(),
        c.orgId(),
        c.itemId(),
        c.siteId(),
        c.fromSiteId(),
        c.vendorId(),
        c.supplyId(),
        c.category(),
        c.abc(),
        units(quantity),
        c.late(),
        c.purchaseUom(),
        c.purchaseFactor(),
        c.cost(),
        c.currency(),
        c.orderOn(),
        c.expectedOn(),
        c.why(),
        c.terms(),
        c.followsNo(),
        c.state(),
        c.revision(),
        c.answeredBy(),
        c.answeredAt(),
        c.snoozedUntil(),
        c.reason(),
        c.acceptedOn(),
        c.accepted(),
        c.acceptedCost(),
        c.documentNo(),
        c.knownBefore());
  }

  /** Returns it accepted in another quantity. */
  public static SuggestionCase changed(SuggestionCase c, String quantity) {
    return c.answered(
        new SuggestionCase.Answer(
            SuggestionState.ACCEPTED,
            "ann",
            NOW,
            Optional.empty(),
            Optional.of("enough"),
            Optional.of(
                new SuggestionCase.Acceptance(
                    DAY,
                    units(quantity),
                    Optional.of(units("30.000000000000")),
                    Optional.of("4711"),
                    List.of("PO:1", "PO:2")))));
  }

  /** Returns the line of the log that says so. */
  public static AnswerStore.Answered logged(SuggestionCase c, SuggestionAnswer answer) {
    return new AnswerStore.Answered(
        c.suggestionNo(),
        c.revision(),
        NOW,
        "ann",
        answer,
        Optional.ofNullable(c.accepted()),
        Optional.ofNullable(c.reason()),
        Optional.ofNullable(c.snoozedUntil()));
  }

  /** Returns the time as it is stored. */
  public static LocalDateTime stored(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
