/**
 * Versions of the forecast: finished, gated, published, read, explained.
 *
 * <p>By default readers see what is published.
 */
package org.demandwright.app.forecast;
