package org.demandwright.core.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.demandwright.core.demand.LineKind;

/**
 * What a row of the ERP must fulfil to count. The first rule that is broken is the reason of the
 * quarantine, so the order matters: later rules rely on the earlier ones.
 */
public enum LineRule {
  NO_IDENTITY(
      (raw, units) ->
          blank(raw.lineId()) ? "the row has no line_id; correct the ERP's view" : null),

  UNKNOWN_KIND(
      (raw, units) ->
          LineKind.named(raw.lineKind()).isPresent()
              ? null
              : "line_kind is '%s', none of %s; correct the ERP's view"
                  .formatted(raw.lineKind(), Arrays.toString(LineKind.values()))),

  NO_DATE(
      (raw, units) ->
          raw.bookedOn() == null ? "demand_date is not set; set the date in the ERP" : null),

  /** What can be said of one row alone; {@link PlausibleDates} says what needs a run. */
  IMPLAUSIBLE_DATE(
      (raw, units) ->
          raw.bookedOn().isBefore(Limits.EARLIEST) || raw.orderDay().isBefore(Limits.EARLIEST)
              ? "the order date %s or demand date %s is before %s; correct it where it was entered"
                  .formatted(raw.orderDay(), raw.bookedOn(), Limits.EARLIEST)
              : null),

  NO_ITEM(
      (raw, units) -> blank(raw.itemId()) ? "the row names no item; correct it in the ERP" : null),

  UNKNOWN_ITEM(
      (raw, units) ->
          units.of(raw).isPresent()
              ? null
              : "item %s of company '%s' is not in dw_item; add it in the ERP"
                  .formatted(raw.itemId(), raw.orgId() == null ? "" : raw.orgId())),

  WRONG_UNIT(
      (raw, units) ->
          BaseUnits.same(raw.uomId(), units.of(raw).orElseThrow())
              ? null
              : "the quantity is in %s, but item %s is counted in %s; convert it in the ERP's view"
                  .formatted(raw.uomId(), raw.itemId(), units.of(raw).orElseThrow())),

  NO_QUANTITY(
      (raw, units) -> raw.quantity() == null ? "the quantity is empty; set it in the ERP" : null),

  ABSURD_QUANTITY(
      (raw, units) ->
          absurd(raw.quantity())
              ? "the quantity %s is at or above %s; correct it in the ERP"
                  .formatted(raw.quantity().toPlainString(), Limits.ABSURD.toPlainString())
              : null),

  WRONG_SIGN(
      (raw, units) ->
          raw.quantity().signum()
                      * (LineKind.named(raw.lineKind()).equals(Optional.of(LineKind.RETURN))
                          ? -1
                          : 1)
                  >= 0
              ? null
              : ("the quantity of this %s is %s: a RETURN takes from demand and nothing else does;"
                      + " correct the ERP's view")
                  .formatted(raw.lineKind(), raw.quantity().toPlainString()));

  /** Says what is wrong with a row and what to do; null = nothing. */
  private interface Objection {
    String to(BookedRow raw, BaseUnits units);
  }

  private static final class Limits {
    static final BigDecimal ABSURD = new BigDecimal("10000000");
    static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
  }

  private final Objection objection;

  LineRule(Objection objection) {
    this.objection = objection;
  }

  /** Returns what is wrong with a row and what to do, in words. */
  public Optional<String> objection(BookedRow raw, BaseUnits units) {
    return Optional.ofNullable(objection.to(raw, units));
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
