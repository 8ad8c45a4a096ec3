/**
 * What the steps know of one series before it becomes periods, and how series are read in pages.
 *
 * <p>What is asked of the stores for a page is the next words' business.
 */
package org.demandwright.batch.demand;
