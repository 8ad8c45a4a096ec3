/**
 * Pages about what follows from forecasts: what may go wrong with stock, the most money first, and
 * how often that came.
 */
package org.demandwright.console.decide;
