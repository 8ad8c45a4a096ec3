/**
 * What a forecast is made of: contributions that sum to its numbers.
 *
 * <p>What lives here: the value ({@link org.demandwright.core.explain.Explanation}: per driver an
 * amount for each step), the shares of the members of a combination ({@link
 * org.demandwright.core.explain.ForecastExplanation}), and the one rule by which a number is
 * divided among drivers that do not simply add up ({@link
 * org.demandwright.core.explain.ShapleyValues}). Models make explanations of themselves, so this
 * package lies below them and knows none. What does not belong: features, methods, and the words in
 * which a page names a driver.
 */
package org.demandwright.core.explain;
