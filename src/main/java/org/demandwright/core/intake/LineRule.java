package org.demandwright.core.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.LineKind;

/**
 * What a row of the ERP must fulfil to count. The first rule that is broken is the reason of the
 * quarantine, so the order matters: later rules rely on the earlier ones.
 */
public enum LineRule {
  NO_IDENTITY(
      (raw, units) ->
          blank(raw.lineId()) ? Objection.of("intake.no-identity", "intake.correct-view") : null),

  UNKNOWN_KIND(
      (raw, units) ->
          LineKind.named(raw.lineKind()).isPresent()
              ? null
              : Objection.of(
                  "intake.unknown-kind",
                  "intake.correct-view",
                  String.valueOf(raw.lineKind()),
                  Words.list(List.of(LineKind.values())))),

  NO_DATE(
      (raw, units) ->
          raw.bookedOn() == null ? Objection.of("intake.no-date", "intake.set-date") : null),

  /** What can be said of one row alone; {@link PlausibleDates} says what needs a run. */
  IMPLAUSIBLE_DATE(
      (raw, units) ->
          raw.bookedOn().isBefore(Limits.EARLIEST) || raw.orderDay().isBefore(Limits.EARLIEST)
              ? Objection.of(
                  "intake.early-date",
                  "intake.correct-entry",
                  raw.orderDay(),
                  raw.bookedOn(),
                  Limits.EARLIEST)
              : null),

  NO_ITEM(
      (raw, units) ->
          blank(raw.itemId()) ? Objection.of("intake.no-item", "intake.correct-erp") : null),

  UNKNOWN_ITEM(
      (raw, units) ->
          units.of(raw).isPresent()
              ? null
              : Objection.of(
                  "intake.unknown-item",
                  "intake.add-item",
                  raw.itemId(),
                  raw.orgId() == null ? "" : raw.orgId())),

  WRONG_UNIT(
      (raw, units) ->
          BaseUnits.same(raw.uomId(), units.of(raw).orElseThrow())
              ? null
              : Objection.of(
                  "intake.wrong-unit",
                  "intake.convert-unit",
                  String.valueOf(raw.uomId()),
                  raw.itemId(),
                  units.of(raw).orElseThrow())),

  NO_QUANTITY(
      (raw, units) ->
          raw.quantity() == null
              ? Objection.of("intake.no-quantity", "intake.set-quantity")
              : null),

  ABSURD_QUANTITY(
      (raw, units) ->
          absurd(raw.quantity())
              ? Objection.of(
                  "intake.absurd-quantity", "intake.correct-erp", raw.quantity(), Limits.ABSURD)
              : null),

  WRONG_SIGN(
      (raw, units) ->
          raw.quantity().signum()
                      * (LineKind.named(raw.lineKind()).equals(Optional.of(LineKind.RETURN))
                          ? -1
                          : 1)
                  >= 0
              ? null
              : Objection.of(
                  "intake.wrong-sign", "intake.correct-view", raw.lineKind(), raw.quantity()));

  /** Says what is wrong with a row and what to do; null = nothing. */
  private interface Judgement {
    Words of(BookedRow raw, BaseUnits units);
  }

  private static final class Limits {
    static final BigDecimal ABSURD = new BigDecimal("10000000");
    static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
  }

  private final Judgement judgement;

  LineRule(Judgement judgement) {
    this.judgement = judgement;
  }

  /** Returns what is wrong with a row and what to do, as {@link Objection}. */
  public Optional<Words> objection(BookedRow raw, BaseUnits units) {
    return Optional.ofNullable(judgement.of(raw, units));
  }

  /** Returns whether a number of base units can only be a typing error: ten million or more. */
  public static boolean absurd(BigDecimal quantity) {
    return quantity.abs().compareTo(Limits.ABSURD) >= 0;
  }

  /** Returns the first rule that a row breaks. */
  public static Optional<LineRule> broken(BookedRow raw, BaseUnits units) {
    return Arrays.stream(values())
        .filter(rule -> rule.objection(raw, units).isPresent())
        .findFirst();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
