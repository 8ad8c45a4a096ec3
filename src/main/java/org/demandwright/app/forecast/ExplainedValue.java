package org.demandwright.app.forecast;

import java.util.Optional;
import org.demandwright.store.forecast.ForecastStore;

/**
 * A published value with what it is made of.
 *
 * @param explanation of its step alone, empty where the version was made before there were any
 */
public record ExplainedValue(ForecastStore.Row value, Optional<SeriesExplanation> explanation) {}
