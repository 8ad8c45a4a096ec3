package org.demandwright.store.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A sales line as another system pushed it last: its identity, the columns of {@code dw_sales_line}
 * and where it came from. What is not said is null; numbers have the six decimals that are kept.
 *
 * @param pushKey its number, for good: the key by which it is read
 * @param orgId company, empty where there is one alone
 * @param lineNo identity within the document
 * @param excludedBecause null = demand; {@link #DELETED} = the other system took it back
 * @param changedAt when it was received with this content, UTC
 * @param reason why it was deleted
 */
public record PushedLine(
    long pushKey,
    String source,
    String orgId,
    String documentNo,
    String lineNo,
    String lineKind,
    LocalDate orderDate,
    LocalDate demandDate,
    LocalDate originalDate,
    String itemId,
    String siteId,
    String customerId,
    String channelId,
    BigDecimal quantity,
    String uomId,
    BigDecimal unitPriceNet,
    BigDecimal netAmount,
    String currency,
    boolean onPromotion,
    boolean dropShip,
    boolean isKit,
    String flags,
    String excludedBecause,
    LocalDateTime changedAt,
    String reason,
    String pushedBy) {
  /** Why a line is excluded that the other system has deleted. */
  public static final String DELETED = "DELETED";

  public PushedLine {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(changedAt, "changedAt");
    quantity = kept(quantity);
    unitPriceNet = kept(unitPriceNet);
    netAmount = kept(netAmount);
  }

  private static BigDecimal kept(BigDecimal number) {
    return number == null ? null : number.setScale(6, RoundingMode.HALF_UP);
  }

  /**
   * What a line is known by within its source.
   *
   * @param orgId company, empty where there is one alone
   */
  public record Identity(String orgId, String documentNo, String lineNo) {}

  public Identity identity() {
    return new Identity(orgId, documentNo, lineNo);
  }

  /** Returns whether the other system has taken the line back. */
  public boolean deleted() {
    return DELETED.equals(excludedBecause);
  }

  /** Returns whether another push of the line says the same. */
  public boolean saysTheSame(PushedLine other) {
    return equals(other.as(pushKey, changedAt, pushedBy));
  }

  /** Returns the line as it is after its deletion: what it was of, without quantity and amount. */
  public PushedLine without(String why) {
    return new PushedLine(
        pushKey,
        source,
        orgId,
        documentNo,
        lineNo,
        lineKind,
        orderDate,
        demandDate,
        originalDate,
        itemId,
        siteId,
        customerId,
        channelId,
        BigDecimal.ZERO,
        uomId,
        unitPriceNet,
        null,
        currency,
        onPromotion,
        dropShip,
        isKit,
        flags,
        DELETED,
        changedAt,
        why,
        pushedBy);
  }

  /** Returns the line as it is kept: under its number, with when it was received and from whom. */
  public PushedLine as(long key, LocalDateTime receivedAt, String by) {
    return with(key, customerId, receivedAt, by);
  }

  /** Returns the same line of a customer with another code. */
  public PushedLine ofCustomer(String customer) {
    return with(pushKey, customer, changedAt, pushedBy);
  }

  private PushedLine with(long key, String customer, LocalDateTime receivedAt, String by) {
    return new PushedLine(
        key,
        source,
        orgId,
        documentNo,
        lineNo,
        lineKind,
        orderDate,
        demandDate,
        originalDate,
        itemId,
        siteId,
        customer,
        channelId,
        quantity,
        uomId,
        unitPriceNet,
        netAmount,
        currency,
        onPromotion,
        dropShip,
        isKit,
        flags,
        excludedBecause,
        receivedAt,
        reason,
        by);
  }
}
