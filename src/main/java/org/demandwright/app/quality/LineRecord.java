package org.demandwright.app.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.demandwright.store.intake.LineStore;

/** One row of the ERP as it was read; what the ERP did not say is null. */
public record LineRecord(
    String lineId,
    String documentNo,
    String lineKind,
    LocalDate bookedOn,
    String itemId,
    String customerId,
    BigDecimal quantity,
    String uomId,
    BigDecimal unitPrice,
    BigDecimal netAmount,
    String currency,
    String flags,
    String excludedBecause,
    String derivedFrom) {

  static LineRecord of(LineStore.Line l) {
    return new LineRecord(
        l.lineId(),
        l.documentNo(),
        l.lineKind(),
        l.bookedOn(),
        l.itemId(),
        l.customerId(),
        l.quantity(),
        l.uomId(),
        l.unitPrice(),
        l.netAmount(),
        l.currency(),
        l.flags(),
        l.excludedBecause(),
        l.derivedFrom());
  }
}
