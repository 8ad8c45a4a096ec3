package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.demandwright.core.decide.SuggestionKind;

/**
 * A suggestion that was accepted, as it is handed over to the ERP. What may be absent is null.
 *
 * @param fromSiteId from where it is to be sent; null where it is bought
 * @param vendorId from whom; null where it is sent
 * @param supplyId the order on its way that is to be moved; null where none is
 * @param quantity base units
 * @param purchaseUom the unit in which the vendor counts; null = the base unit
 * @param purchaseQuantity in that unit
 * @param cost in {@code currency}
 * @param arriveOn the day on which it is expected, or to which an order is to be moved; null where
 *     that is to be cancelled
 * @param documentNo the ERP's number of its order, once it has it
 * @param reason why the ERP does not take it
 */
public record Handover(
    long handoverNo,
    long suggestionNo,
    String planName,
    SuggestionKind kind,
    String orgId,
    String itemId,
    String siteId,
    String fromSiteId,
    String vendorId,
    String supplyId,
    BigDecimal quantity,
    String purchaseUom,
    BigDecimal purchaseQuantity,
    BigDecimal cost,
    String currency,
    LocalDate orderOn,
    LocalDate arriveOn,
    String handedBy,
    LocalDateTime handedAt,
    HandoverState state,
    String documentNo,
    String reason,
    String settledBy,
    LocalDateTime settledAt) {
  private static final int DECIMALS = 9;

  public Handover {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(quantity, "quantity");
  }

  /**
   * Returns what is handed over of a suggestion that was accepted; taken already where it was
   * accepted as an order that the ERP has.
   *
   * @param moveTo the day to which an order is to be moved; null where none is
   */
  public static Handover of(SuggestionCase accepted, LocalDate moveTo) {
    BigDecimal quantity = accepted.accepted();
    boolean ordered = accepted.documentNo() != null;
    return new Handover(
        0,
        accepted.suggestionNo(),
        accepted.planName(),
        accepted.kind(),
        accepted.orgId(),
        accepted.itemId(),
        accepted.siteId(),
        accepted.fromSiteId(),
        accepted.vendorId(),
        accepted.supplyId(),
        quantity,
        accepted.purchaseUom(),
        accepted.purchaseFactor() == null
            ? null
            : quantity.divide(accepted.purchaseFactor(), DECIMALS, RoundingMode.HALF_UP),
        accepted.acceptedCost(),
        accepted.currency(),
        accepted.orderOn(),
        accepted.kind().moves() ? moveTo : accepted.expectedOn(),
        accepted.answeredBy(),
        accepted.answeredAt(),
        ordered ? HandoverState.TAKEN : HandoverState.WAITING,
        accepted.documentNo(),
        null,
        ordered ? accepted.answeredBy() : null,
        ordered ? accepted.answeredAt() : null);
  }

  /** Returns it under a number. */
  Handover numbered(long number) {
    return new Handover(
        number,
        suggestionNo,
        planName,
        kind,
        orgId,
        itemId,
        siteId,
        fromSiteId,
        vendorId,
        supplyId,
        quantity,
        purchaseUom,
        purchaseQuantity,
        cost,
        currency,
        orderOn,
        arriveOn,
        handedBy,
        handedAt,
        state,
        documentNo,
        reason,
        settledBy,
        settledAt);
  }
}
