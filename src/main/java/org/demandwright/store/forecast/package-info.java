/**
 * Versions of the forecast: their snapshots, models, results, rows, and which of them readers see.
 *
 * <p>A published version does not change; the one row that says which is published does.
 */
package org.demandwright.store.forecast;
