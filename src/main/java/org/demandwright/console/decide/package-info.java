/**
 * Pages about what follows from forecasts: what is to be ordered, with the stock that it is for,
 * and what may go wrong with stock, the most money first, and how often that came.
 */
package org.demandwright.console.decide;
