package org.demandwright.app.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.core.demand.LineKind;
import org.demandwright.core.intake.LineRule;
import org.demandwright.store.source.PushedLine;

/**
 * What a pushed line must fulfil to be taken: what can be said of it alone. Whether its item is
 * known and counted in its unit, the import judges by the master data of its day; such a line waits
 * in quarantine. The first rule that is broken is told.
 */
enum PushedLineRule {
  DOCUMENT("documentNo", line -> text(line.documentNo(), 80, true)),
  LINE("lineNo", line -> text(line.lineNo(), 40, true)),
  ORG("orgId", line -> text(line.orgId(), 80, false)),
  EXCLUDED(
      "excludedBecause",
      line ->
          line.deleted()
              ? isZero(line) ? null : "is DELETED: push the line with quantity 0 and a reason"
              : line.excludedBecause() == null
                      || line.excludedBecause().matches("[A-Z][A-Z0-9_]{0,39}")
                  ? null
                  : "is no reason such as SAMPLE: write capitals, digits and _, at most 40"),
  REASON(
      "reason",
      line ->
          line.deleted()
              ? text(line.reason(), 200, true)
              : line.reason() == null
                  ? null
                  : "is for a line with quantity 0, which it deletes: leave it out"),
  ZERO(
      "quantity",
      line ->
          !line.deleted() && isZero(line) ? "is 0: give a reason, which deletes the line" : null),
  DEMAND_DATE(
      "demandDate",
      line ->
          counts(line) && line.demandDate() == null
              ? "is missing: give the day for which the goods are wanted"
              : early(line.demandDate())),
  ORDER_DATE("orderDate", line -> early(line.orderDate())),
  ITEM("itemId", line -> text(line.itemId(), 80, counts(line))),
  SITE("siteId", line -> text(line.siteId(), 80, false)),
  CUSTOMER("customerId", line -> text(line.customerId(), 80, false)),
  CHANNEL("channelId", line -> text(line.channelId(), 80, false)),
  UNIT("uomId", line -> text(line.uomId(), 40, false)),
  FLAGS("flags", line -> text(line.flags(), 80, false)),
  QUANTITY(
      "quantity",
      line ->
          counts(line) && line.quantity() == null
              ? "is missing: give base units of the item"
              : absurd(line.quantity())),
  SIGN(
      "quantity",
      line ->
          counts(line) && line.quantity().signum() != (isReturn(line) ? -1 : 1)
              ? "has the wrong sign for a line of kind "
                  + line.lineKind()
                  + ": a RETURN is negative and nothing else is"
              : null),
  PRICE("unitPriceNet", line -> amount(line.unitPriceNet())),
  AMOUNT("netAmount", line -> amount(line.netAmount())),
  CURRENCY(
      "currency",
      line ->
          line.currency() == null || line.currency().matches("[A-Z]{3}")
              ? null
              : "is no code of ISO 4217 such as EUR");

  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final String field;
  private final Function<PushedLine, String> wrong;

  PushedLineRule(String field, Function<PushedLine, String> wrong) {
    this.field = field;
    this.wrong = wrong;
  }

  /** What is wrong with a value, and what to do. */
  record Fault(String field, String sentence) {}

  /** Returns what is wrong with a line; empty where it can be taken. */
  static Optional<Fault> broken(PushedLine line) {
    return Arrays.stream(values())
        .flatMap(
            rule ->
                Optional.ofNullable(rule.wrong.apply(line))
                    .map(said -> new Fault(rule.field, rule.field + " " + said + "."))
                    .stream())
        .findFirst();
  }

  private static boolean isZero(PushedLine line) {
    return line.quantity() != null && line.quantity().signum() == 0;
  }

  private static boolean counts(PushedLine line) {
    return line.excludedBecause() == null;
  }

  private static boolean isReturn(PushedLine line) {
    return LineKind.RETURN.name().equals(line.lineKind());
  }

  private static String text(String value, int most, boolean needed) {
    if (value == null || value.isBlank()) {
      return needed ? "is empty" : null;
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      return "holds a control character";
    }
    return value.length() > most
        ? "has %d characters; at most %d are allowed".formatted(value.length(), most)
        : null;
  }

  private static String early(LocalDate day) {
    return day != null && day.isBefore(EARLIEST) ? "is before " + EARLIEST : null;
  }

  private static String absurd(BigDecimal quantity) {
    return quantity != null && LineRule.absurd(quantity)
        ? "is ten million or more, which can only be a typing error"
        : null;
  }

  private static String amount(BigDecimal money) {
    return money != null && money.abs().compareTo(MOST) >= 0
        ? "is a million million or more, which can only be a typing error"
        : null;
  }
}
