package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of {@code dw_promotion}. */
@Entity
@Table(name = "dw_promotion")
class PromotionRow {
  @Id
  @Column(name = "promotion_id")
  String promotionId;

  @Column(name = "org_id")
  String orgId;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "from_date")
  LocalDate fromDate;

  @Column(name = "to_date")
  LocalDate toDate;

  PromotionRow() {}
}
