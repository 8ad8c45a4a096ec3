/**
 * What looks wrong in the demand that was read, and how a planner corrects it without touching it.
 *
 * <p>What lives here: the {@link org.demandwright.core.quality.Rule rules} that look at one series,
 * at the stock ledger or at a whole source and give {@link org.demandwright.core.quality.Finding
 * findings} with the rows behind them and an estimated effect; the {@link
 * org.demandwright.core.quality.SalesSums sums} of lines by which they judge; and the {@link
 * org.demandwright.core.quality.DemandLayer layers} that lie over raw demand. Lines are folded day
 * by day, so that a series of any number of lines takes the memory of its days. What does not
 * belong: deciding whether a row can be read at all (the import does), cleaning and forecasting.
 */
package org.demandwright.core.quality;
