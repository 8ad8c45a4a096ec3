/**
 * What people put over a forecast: overrides with their scope, how they are spread down to series
 * and periods so that sums hold, and the final figures that follow.
 *
 * <p>Pure functions over exact decimals; known to the stores and use cases of the word plan. No
 * database, no clock: who calls says which overrides count and in which order.
 */
package org.demandwright.core.plan;
