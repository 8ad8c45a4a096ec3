package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.demandwright.core.intake.BookedRow;

/**
 * One row of the view {@code dw_sales_line}, as it came: nothing is checked yet and every field but
 * the change stamp may be null. The columns are explained in {@code sql/erp/CONTRACT.md}.
 *
 * <p>Each component has the name of its column: {@code lineId} is {@code line_id}. JPA's query and
 * the text kept of a bad row go through the components.
 *
 * @param originalDate of a return: the demand date of the sale that it takes back
 * @param isKit whether the import explodes it into components
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
    Boolean onPromotion,
    Boolean dropShip,
    Boolean isKit,
    LocalDateTime changedAt)
    implements BookedRow {

  @Override
  public LocalDate bookedOn() {
    return demandDate;
  }

  /** Returns the row under another identity, with other codes and another reason of exclusion. */
  public ErpSalesLine as(
      String identity, String item, String site, String channel, String excluded) {
    return new ErpSalesLine(
        identity,
        sourceKind,
        sourceKey,
        excluded,
        flags,
        orgId,
        documentNo,
        lineKind,
        orderDate,
        demandDate,
        originalDate,
        item,
        site,
        customerId,
        channel,
        quantity,
        uomId,
        unitPriceNet,
        netAmount,
        currency,
        onPromotion,
        dropShip,
        isKit,
        changedAt);
  }

  /** Returns the row of another customer. */
  public ErpSalesLine ofCustomer(String customer) {
    return new ErpSalesLine(
        lineId,
        sourceKind,
        sourceKey,
        excludedBecause,
        flags,
        orgId,
        documentNo,
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
        changedAt);
  }

  /** Returns where this row stands in the order in which rows are read. */
  public Watermark watermark() {
    return new Watermark(
        changedAt, sourceKey == null ? 0 : sourceKey, lineId == null ? "" : lineId);
  }
}
