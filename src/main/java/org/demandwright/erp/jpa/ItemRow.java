package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of {@code dw_item}. */
@Entity
@Table(name = "dw_item")
class ItemRow {
  @Column(name = "org_id")
  String orgId;

  @Id
  @Column(name = "item_id")
  String itemId;

  @Column(name = "item_code")
  String itemCode;

  @Column(name = "item_name")
  String itemName;

  @Column(name = "category")
  String category;

  @Column(name = "uom_id")
  String uomId;

  @Column(name = "lead_time_days")
  Integer leadTimeDays;

  @Column(name = "active")
  Boolean active;

  @Column(name = "changed_at")
  LocalDateTime changedAt;

  ItemRow() {}
}
