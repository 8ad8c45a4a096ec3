package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A unit price; site null = every site, validTo (inclusive) null = until further notice, currency
 * null = unknown.
 */
public record Price(
    String priceId,
    ItemKey item,
    String siteId,
    LocalDate validFrom,
    LocalDate validTo,
    BigDecimal unitPrice,
    String currency) {}
