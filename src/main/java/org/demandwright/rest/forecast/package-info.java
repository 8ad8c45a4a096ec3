/**
 * Forecasts, versions and series: what procurement and BI read.
 *
 * <p>By default of the published version; every answer names the version that it came from.
 */
package org.demandwright.rest.forecast;
