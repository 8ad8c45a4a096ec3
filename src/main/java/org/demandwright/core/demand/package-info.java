/**
 * Demand as series: keys, periods and units, and how booked sales become them.
 *
 * <p>What lives here: the calendar algebra of buckets and periods, the aggregation of daily totals
 * (zero fill, returns apart, availability), the reversible cleaning of a series and its demand
 * class; links between items and the ramps of launches. Everybody may call it. What does not
 * belong: reading sales (that is an edge), features and models (they build on this package).
 */
package org.demandwright.core.demand;
