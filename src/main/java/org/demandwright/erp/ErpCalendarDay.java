package org.demandwright.erp;

import java.time.LocalDate;

/**
 * One row of {@code dw_calendar}.
 *
 * @param kind HOLIDAY, SHOPPING or CLOSED
 * @param siteId null = every site
 */
public record ErpCalendarDay(LocalDate day, String name, String kind, String siteId) {}
