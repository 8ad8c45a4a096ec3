package org.demandwright.core.demand;

import java.time.LocalDate;

/** A promotion from one day to another, both inclusive; site null = every site. */
public record Promotion(
    String promotionId, ItemKey item, String siteId, LocalDate from, LocalDate to) {}
