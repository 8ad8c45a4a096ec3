/**
 * The mathematics of demand forecasting, as values and pure functions.
 *
 * <p>What lives here: the vocabulary (series, periods, forecasts), the models, their evaluation and
 * the pipeline that joins them. What does not: databases, files, HTTP, clocks, threads and
 * randomness that is not seeded by the caller. {@code core} knows nobody; every sibling package may
 * call it.
 */
package org.demandwright.core;
