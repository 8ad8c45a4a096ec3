package org.demandwright.erp;

import java.time.LocalDate;

/**
 * One row of {@code dw_promotion}.
 *
 * @param siteId null = every site
 * @param toDate last day, null = until further notice
 */
public record ErpPromotion(
    String promotionId,
    String orgId,
    String itemId,
    String siteId,
    LocalDate fromDate,
    LocalDate toDate) {}
