package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.sql.Decimals;

/**
 * A sales line that the import accepted, as demand or with the reason why it is none. Numbers have
 * the six decimals that the store keeps, so that equal contents are equal records.
 *
 * @param key the series, empty for an excluded line
 * @param orderDate the day on which it was ordered, null where the ERP does not say
 * @param bookedOn the business day of the demand or of the return
 * @param itemId the item as the ERP names it, of excluded lines too; null where it names none
 * @param quantity base units, a return negative
 * @param unitPrice per base unit, without tax, in the line's currency
 * @param excludedBecause null = demand
 * @param originalDate of a return: the demand date of the sale that it takes back, null = unknown
 * @param derivedFrom identity of the kit's line that this one was made of, null = a row of the ERP
 */
public record StoredLine(
    String lineId,
    Optional<SeriesKey> key,
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
  public StoredLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(changedAt, "changedAt");
    if (excludedBecause == null && (key.isEmpty() || bookedOn == null || quantity == null)) {
      throw new IllegalArgumentException(lineId + ": demand needs an item, a day and a quantity");
    }
    quantity = Decimals.rounded(quantity);
    unitPrice = Decimals.rounded(unitPrice);
    netAmount = Decimals.rounded(netAmount);
    currency = currency == null ? null : currency.strip();
  }

  /**
   * Returns the day on which the line was ordered, or for which it is wanted where none is known.
   */
  public LocalDate orderDay() {
    return orderDate == null ? bookedOn : orderDate;
  }

  /** Returns whether the import made this line of a kit's; such lines are no rows of the ERP. */
  public boolean derived() {
    return derivedFrom != null;
  }
}
