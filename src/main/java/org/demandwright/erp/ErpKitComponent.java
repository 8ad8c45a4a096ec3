package org.demandwright.erp;

import java.math.BigDecimal;

/**
 * One row of {@code dw_kit_component}.
 *
 * @param quantity base units of the component in one base unit of the kit
 */
public record ErpKitComponent(
    String orgId, String kitItemId, String componentItemId, BigDecimal quantity) {}
