/**
 * From raw series to finished forecasts: clean → contest → refit → weigh → forecast → bands → what
 * follows from links between items, as pure functions over values.
 *
 * <p>The batch steps and the benchmarks call {@link org.demandwright.core.pipeline.ForecastEngine};
 * everything else here is its vocabulary. No threads, no clock, no database: who calls decides how
 * series are spread over cores.
 */
package org.demandwright.core.pipeline;
