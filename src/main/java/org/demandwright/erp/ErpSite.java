package org.demandwright.erp;

/** One row of {@code dw_site}. */
public record ErpSite(String siteId, String siteName) {}
