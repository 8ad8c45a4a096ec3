package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.explain.ForecastExplanation;

/**
 * What the contest of one series gave.
 *
 * @param cleaned the series as the models saw it, corrections applied
 * @param pattern its demand class
 * @param selection the chosen model, the reason in words, the verdict and every contestant's score
 * @param scale the scale of the series' residuals, see {@link CalibrationSample}
 * @param shape how its band differs from the one of its class
 * @param mean forecast of the chosen model, base units per period for the steps 1 … horizon
 * @param explanation what the forecast is made of; its members' forecasts make up {@code mean}
 * @param fitted the chosen model's fitted values, aligned to the end of the history
 * @param backtests the chosen model's forecasts at the rolling origins, newest first, then seasonal
 *     naive's, where it could be tested; empty where the history was too short to test
 */
public record SeriesResult(
    DemandSeries cleaned,
    DemandPattern pattern,
    Selection selection,
    double scale,
    BandShape shape,
    DoubleVector mean,
    ForecastExplanation explanation,
    DoubleVector fitted,
    List<Backtest> backtests) {
  public SeriesResult {
    Objects.requireNonNull(cleaned, "cleaned");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(mean, "mean");
    explanation.requireForecast(mean);
    Objects.requireNonNull(fitted, "fitted");
    backtests = List.copyOf(backtests);
  }
}
