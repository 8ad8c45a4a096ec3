package org.demandwright.erp;

import java.time.LocalDateTime;

/**
 * One row of {@code dw_item} that is not active.
 *
 * @param changedAt UTC, when the record last changed: the item was inactive from then on at the
 *     latest; may be null
 */
public record ErpInactiveItem(String orgId, String itemId, LocalDateTime changedAt) {}
