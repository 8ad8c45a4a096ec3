package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of {@code dw_stock_ledger}. */
@Entity
@Table(name = "dw_stock_ledger")
class StockLedgerRow {
  @Id
  @Column(name = "source_key")
  Long sourceKey;

  @Column(name = "org_id")
  String orgId;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "posted_on")
  LocalDate postedOn;

  @Column(name = "quantity")
  BigDecimal quantity;

  @Column(name = "balance_after")
  BigDecimal balanceAfter;

  StockLedgerRow() {}
}
