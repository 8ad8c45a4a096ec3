/**
 * Classical forecasting methods that learn one series: one file = one method and its citation.
 *
 * <p>They are found through {@code ModelCatalog}; nobody imports this package. All of them read a
 * history in the same way ({@code Observations}): a period with availability 0 was not observed and
 * is passed over, it never counts as zero demand; any other period counts with its (cleaned) units.
 * Seasons are recognised by their position in the history, so index {@code i} and {@code i + m} are
 * the same season.
 *
 * <p>What does not belong: learning over several series, features, choice between methods.
 */
package org.demandwright.core.model.classic;
