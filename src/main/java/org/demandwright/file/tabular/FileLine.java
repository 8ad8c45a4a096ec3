package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.demandwright.erp.ErpSalesLine;

/** One order line of a file; null where the file says nothing. Quantities are in base units. */
record FileLine(
    LineIdentity identity,
    String excludedBecause,
    String flags,
    String kind,
    LocalDate orderDate,
    LocalDate demandDate,
    String item,
    String itemName,
    String category,
    String site,
    String customer,
    String channel,
    BigDecimal quantity,
    String uom,
    BigDecimal unitPrice,
    BigDecimal netAmount,
    String currency,
    boolean onPromotion,
    String status,
    LocalDateTime changedAt) {

  /** Returns the line as the view over the files shows it. */
  ErpSalesLine imported(String lineId, LocalDateTime changed) {
    return new ErpSalesLine(
        lineId,
        "FILE",
        0L,
        excludedBecause,
        flags,
        identity.org(),
        identity.document(),
        kind,
        orderDate,
        demandDate,
        null,
        item,
        site,
        customer,
        channel,
        quantity,
        uom,
        unitPrice,
        netAmount,
        currency,
        onPromotion,
        false,
        false,
        changed);
  }
}
