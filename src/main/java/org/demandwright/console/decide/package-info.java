/**
 * Pages about what follows from forecasts: what is to be ordered, with the stock that it is for,
 * what may go wrong with stock, the most money first, and how often that came, what another price
 * would do, and what promotions do and need.
 */
package org.demandwright.console.decide;
