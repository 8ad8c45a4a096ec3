package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of demand as the ERP booked it.
 *
 * @param lineId unique and stable, prefixed by its kind
 * @param documentNo the order's or invoice's number, for the audit
 * @param key the series that the line belongs to
 * @param bookedOn the business-local day on which the demand arose
 * @param quantity base units; a return is negative
 * @param netAmount money without tax, in the document's currency
 * @param currency ISO 4217; amounts of different currencies are never added up
 * @param promoted whether the line was sold on promotion
 * @param changedAt when the ERP last changed it
 */
public record SalesLine(
    String lineId,
    String documentNo,
    SeriesKey key,
    LocalDate bookedOn,
    BigDecimal quantity,
    BigDecimal netAmount,
    String currency,
    boolean promoted,
    Instant changedAt) {

  public SalesLine {
    if (lineId == null || lineId.isBlank()) {
      throw new IllegalArgumentException("a sales line needs an identity");
    }
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(bookedOn, "bookedOn");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /** Returns whether the line takes goods back. */
  public boolean isReturn() {
    return quantity.signum() < 0;
  }
}
