/**
 * The pages of series and versions, with their charts.
 *
 * <p>Tables and charts of what {@code app.forecast} answers.
 */
package org.demandwright.console.forecast;
