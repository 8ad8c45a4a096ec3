package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of {@code dw_exchange_rate}. */
@Entity
@Table(name = "dw_exchange_rate")
class ExchangeRateRow {
  @Id
  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "from_currency")
  String fromCurrency;

  @Column(name = "to_currency")
  String toCurrency;

  @Column(name = "units")
  BigDecimal units;

  @Column(name = "rate")
  BigDecimal rate;

  ExchangeRateRow() {}
}
