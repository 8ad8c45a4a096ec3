package org.demandwright.erp;

/** One row of {@code dw_item}; every field but the identity may be null. */
public record ErpItem(
    String orgId,
    String itemId,
    String itemCode,
    String itemName,
    String category,
    String uomId,
    Integer leadTimeDays) {}
