/**
 * What follows from a forecast: lead times as they are learned, the distribution of demand over
 * them, how widely each item scatters, stock, policies, what to order, send, postpone or cancel,
 * what of it is an order of the ERP by now, and which of it rules release.
 *
 * <p>What lives here: values and pure functions over them; quantities of documents are exact
 * decimals, probabilities and expectations doubles. Demand comes in as {@link
 * org.demandwright.core.evaluate.TotalDemand}, the totals of a version, which are read and never
 * written. Use cases of the word decide call it. What does not belong: where the records come from
 * (the stores), who may see them, who answered what.
 */
package org.demandwright.core.decide;
