/**
 * What follows from a forecast: lead times as they are learned, the distribution of demand over
 * them, stock, policies, and what to order, move, postpone or cancel.
 *
 * <p>What lives here: values and pure functions over them; quantities of documents are exact
 * decimals, probabilities and expectations doubles. Demand comes in as {@link
 * org.demandwright.core.evaluate.TotalDemand}, the totals of a version, which are read and never
 * written. Use cases of the word decide call it. What does not belong: where the records come from
 * (the stores), who may see them, what was decided about a suggestion.
 */
package org.demandwright.core.decide;
