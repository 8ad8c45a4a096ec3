package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of {@code dw_stock_ledger} that begins or may end a stock-out.
 *
 * @param balanceAfter stock after the movement, base units
 */
public record ErpStockMovement(
    long sourceKey,
    String orgId,
    String itemId,
    String siteId,
    LocalDate postedOn,
    BigDecimal balanceAfter) {}
