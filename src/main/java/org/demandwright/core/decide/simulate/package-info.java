/**
 * What a way of ordering would have cost: demand that came is replayed day by day through lead
 * times, order sizes and stock, and judged in units and money.
 *
 * <p>What lives here: the course of one item at one site ({@link
 * org.demandwright.core.decide.simulate.StockSimulation}), rules that say how much to order ({@link
 * org.demandwright.core.decide.simulate.OrderRule}), and what comes out by class. All of it is pure
 * and the same for a seed, whatever runs beside it. A rule sees the morning of its day and nothing
 * later. What does not belong: where demand and forecasts come from, and which rule a planner is
 * advised to use.
 */
package org.demandwright.core.decide.simulate;
