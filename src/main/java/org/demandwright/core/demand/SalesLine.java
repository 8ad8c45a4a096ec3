package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * What a row of the ERP says that the import accepted, as demand or with the reason why it is none;
 * who read it when, and of which series it is, stands elsewhere. What the ERP does not say is null.
 *
 * <p>The store keeps a column for each component, under its name: a new component needs nothing but
 * a migration. Numbers have the six decimals that are kept, so that equal contents are equal
 * records.
 *
 * @param lineId unique and stable
 * @param documentNo the order's or invoice's number, for the audit
 * @param orderDate the day on which it was ordered
 * @param bookedOn the business-local day of the demand or of the return
 * @param itemId the item as the ERP names it, of excluded lines too
 * @param quantity base units; a return is negative
 * @param unitPrice per base unit, without tax, in the line's currency
 * @param netAmount money without tax, in the line's currency
 * @param currency ISO 4217; amounts of different currencies are never added up
 * @param promoted whether the line was sold on promotion
 * @param excludedBecause null = demand
 * @param originalDate of a return: the demand date of the sale that it takes back
 * @param derivedFrom identity of the kit's line that this one was made of, null = a row of the ERP
 * @param changedAt when the ERP last changed it, UTC
 */
public record SalesLine(
    String lineId,
    String sourceKind,
    Long sourceKey,
    String documentNo,
    String lineKind,
    LocalDate orderDate,
    LocalDate bookedOn,
    String itemId,
    String customerId,
    BigDecimal quantity,
    String uomId,
    BigDecimal unitPrice,
    BigDecimal netAmount,
    String currency,
    boolean promoted,
    boolean dropShip,
    String flags,
    String excludedBecause,
    LocalDate originalDate,
    String derivedFrom,
    LocalDateTime changedAt) {
  private static final int DECIMALS = 6;

  public SalesLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(changedAt, "changedAt");
    if (lineId.isBlank()) {
      throw new IllegalArgumentException("a sales line needs an identity");
    }
    if (excludedBecause == null && (bookedOn == null || quantity == null)) {
      throw new IllegalArgumentException(lineId + ": demand needs a day and a quantity");
    }
    quantity = kept(quantity);
    unitPrice = kept(unitPrice);
    netAmount = kept(netAmount);
    currency = currency == null ? null : currency.strip();
  }

  private static BigDecimal kept(BigDecimal number) {
    return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Returns the day on which the line was ordered, or for which it is wanted where none is known.
   */
  public LocalDate orderDay() {
    return orderDate == null ? bookedOn : orderDate;
  }

  /** Returns whether the line takes goods back. */
  public boolean isReturn() {
    return quantity != null && quantity.signum() < 0;
  }

  /** Returns whether the import made this line of a kit's; such lines are no rows of the ERP. */
  public boolean derived() {
    return derivedFrom != null;
  }

  /** Returns the rule by which the line is accounted for, empty for demand. */
  public String rule() {
    return excludedBecause == null ? "" : excludedBecause;
  }
}
