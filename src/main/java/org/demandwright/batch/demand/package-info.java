/**
 * What the steps know of one series before it becomes periods.
 *
 * <p>Values and their spreading only; reading is the next words' business.
 */
package org.demandwright.batch.demand;
