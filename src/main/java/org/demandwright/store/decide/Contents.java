package org.demandwright.store.decide;

/**
 * What a table holds of a decision.
 *
 * @param hash of all its values
 */
public record Contents(long rows, String hash) {}
