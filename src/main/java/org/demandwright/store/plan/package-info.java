/**
 * What planners put over forecasts: overrides with their history, what each of them does in a
 * version, and the figures that are final.
 *
 * <p>Known to use cases of the word plan and later ones. Forecasts themselves lie in {@link
 * org.demandwright.store.forecast} and never change.
 */
package org.demandwright.store.plan;
