/**
 * The steps of the job {@code decide}: a decision is opened, the stock of each item at each site is
 * planned in chunks, orders are raised to what vendors take at least, what may go wrong is said,
 * the decision is closed with the hash of what was decided, and rules release suggestions; on some
 * nights prices, promotions and neighbours are learned. And those of the job {@code simulate},
 * which forecasts past weeks and replays them.
 */
package org.demandwright.batch.decide;
