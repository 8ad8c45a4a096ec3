/**
 * Forecasting methods: what they need, what they return, and where they are found.
 *
 * <p>What lives here: the recipe ({@code ForecastModel} learns one series, {@code GlobalModel}
 * learns all of them), the result ({@code FittedModel}), and the {@code ModelCatalog} that finds
 * every method by {@code ServiceLoader}. The methods themselves lie in leaf packages that nobody
 * imports. What does not belong: cleaning, testing and choosing.
 */
package org.demandwright.core.model;
