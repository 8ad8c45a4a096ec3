package org.demandwright.erp;

/** One row of {@code dw_site}. */
public record ErpSite(String orgId, String siteId, String siteName) {}
