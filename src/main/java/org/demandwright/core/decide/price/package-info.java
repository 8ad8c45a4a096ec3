/**
 * How demand answers price: what the past of an item tells of it ({@link
 * org.demandwright.core.decide.price.PriceRegression}), what items of its category add to that
 * ({@link org.demandwright.core.decide.price.PricePool}), when nothing can be known, and what
 * another price would do to demand, money and stock.
 *
 * <p>What lives here: pure functions of days, prices and money of one currency. Use cases of the
 * word decide call it. What does not belong: where days and prices come from, and who may ask.
 */
package org.demandwright.core.decide.price;
