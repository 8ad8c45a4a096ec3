/**
 * What demand consists of and what bears on it: series, master data, events, signals, corrections,
 * planned promotions, links between items.
 *
 * <p>Values come from {@code core.demand}; single sales lines live in {@code store.intake}.
 */
package org.demandwright.store.demand;
