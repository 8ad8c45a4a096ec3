package org.demandwright.core.demand;

/** An item of a company: two companies may use the same identities for different items. */
public record ItemKey(String orgId, String itemId) {}
