/**
 * What was decided of stock and purchases, and the rules by which; what was answered, handed over
 * and released, and what may go wrong; what was learned of prices, promotions and neighbours;
 * simulations with their results. Decisions read versions and never write to one.
 */
package org.demandwright.store.decide;
