package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.demandwright.erp.ErpSalesLine;

/** A row of {@code dw_sales_line}, with the components of {@link ErpSalesLine} as fields. */
@Entity
@Table(name = "dw_sales_line")
class SalesLineRow {
  @Id
  @Column(name = "line_id")
  String lineId;

  @Column(name = "source_kind")
  String sourceKind;

  @Column(name = "source_key")
  Long sourceKey;

  @Column(name = "excluded_because")
  String excludedBecause;

  @Column(name = "flags")
  String flags;

  @Column(name = "org_id")
  String orgId;

  @Column(name = "document_no")
  String documentNo;

  @Column(name = "line_kind")
  String lineKind;

  @Column(name = "order_date")
  LocalDate orderDate;

  @Column(name = "demand_date")
  LocalDate demandDate;

  @Column(name = "original_date")
  LocalDate originalDate;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "customer_id")
  String customerId;

  @Column(name = "channel_id")
  String channelId;

  @Column(name = "quantity")
  BigDecimal quantity;

  @Column(name = "uom_id")
  String uomId;

  @Column(name = "unit_price_net")
  BigDecimal unitPriceNet;

  @Column(name = "net_amount")
  BigDecimal netAmount;

  @Column(name = "currency")
  String currency;

  @Column(name = "on_promotion")
  Boolean onPromotion;

  @Column(name = "drop_ship")
  Boolean dropShip;

  @Column(name = "is_kit")
  Boolean isKit;

  @Column(name = "changed_at")
  LocalDateTime changedAt;

  SalesLineRow() {}
}
