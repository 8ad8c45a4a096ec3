package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One row of the view {@code dw_sales_line}, as it came: nothing is checked yet and every field but
 * the change stamp may be null. The columns are explained in {@code sql/erp/CONTRACT.md}.
 *
 * @param bookedOn {@code demand_date}
 */
public record ErpSalesLine(
    String lineId,
    String sourceKind,
    Long sourceKey,
    String excludedBecause,
    String flags,
    String orgId,
    String documentNo,
    String lineKind,
    LocalDate bookedOn,
    String itemId,
    String siteId,
    String channelId,
    BigDecimal quantity,
    BigDecimal netAmount,
    String currency,
    Boolean onPromotion,
    LocalDateTime changedAt) {

  /** Returns where this row stands in the order in which rows are read. */
  public Watermark watermark() {
    return new Watermark(changedAt, sourceKey == null ? 0 : sourceKey);
  }
}
