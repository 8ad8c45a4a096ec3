/**
 * What promotions did to demand, learned from past ones, and what a planned one needs. It looks at
 * days of demand alone and knows neither the store nor the forecast. It may be called by whoever
 * has such days; whoever reads or keeps them lives elsewhere.
 */
package org.demandwright.core.decide.promotion;
