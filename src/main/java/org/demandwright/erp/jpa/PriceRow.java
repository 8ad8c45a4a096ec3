package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of {@code dw_price}. */
@Entity
@Table(name = "dw_price")
class PriceRow {
  @Id
  @Column(name = "price_id")
  String priceId;

  @Column(name = "org_id")
  String orgId;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  @Column(name = "unit_price")
  BigDecimal unitPrice;

  @Column(name = "currency")
  String currency;

  PriceRow() {}
}
