/**
 * The plugin's own database: sales lines it used, versions of the forecast, runs.
 *
 * <p>Each store speaks set-based SQL over the data source {@code store} and hands out values; rows
 * and SQL do not leave this package. Doors never call it; {@code app}, {@code batch} and {@code
 * security} do. Calls take part in the caller's transaction where there is one.
 */
package org.demandwright.store;
