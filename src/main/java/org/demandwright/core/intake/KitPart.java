package org.demandwright.core.intake;

import java.math.BigDecimal;
import org.demandwright.core.demand.ItemKey;

/**
 * A part of a kit.
 *
 * @param quantity base units of the component in one base unit of the kit
 */
public record KitPart(ItemKey kit, String componentId, BigDecimal quantity) {}
