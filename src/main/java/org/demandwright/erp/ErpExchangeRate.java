package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of {@code dw_exchange_rate}.
 *
 * @param units for so many of {@code fromCurrency} the rate is told; null = 1
 * @param rate of {@code toCurrency}
 */
public record ErpExchangeRate(
    String fromCurrency,
    String toCurrency,
    LocalDate validFrom,
    BigDecimal units,
    BigDecimal rate) {}
