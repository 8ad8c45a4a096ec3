package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A row of {@code dw_kit_component}. */
@Entity
@Table(name = "dw_kit_component")
class KitComponentRow {
  @Column(name = "org_id")
  String orgId;

  @Id
  @Column(name = "kit_item_id")
  String kitItemId;

  @Column(name = "component_item_id")
  String componentItemId;

  @Column(name = "quantity")
  BigDecimal quantity;

  KitComponentRow() {}
}
