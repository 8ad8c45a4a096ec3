package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of {@code dw_price}.
 *
 * @param siteId null = every site
 * @param validTo last day, null = until further notice
 */
public record ErpPrice(
    String priceId,
    String orgId,
    String itemId,
    String siteId,
    LocalDate validFrom,
    LocalDate validTo,
    BigDecimal unitPrice,
    String currency) {}
