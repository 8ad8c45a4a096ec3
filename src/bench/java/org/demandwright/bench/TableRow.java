package org.demandwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Bands;
import org.demandwright.core.evaluate.Evaluation;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * How a method did on a panel.
 *
 * @param method its name
 * @param whole over the whole horizon
 * @param thirds of the horizon, for their coverage; without errors where there are no bands
 * @param refused series that it did not forecast; they are scored as a forecast of nothing, but
 *     nothing is scored where it refused all
 * @param cpu seconds
 */
record TableRow(String method, Evaluation whole, List<Evaluation> thirds, int refused, double cpu) {

  /** Scores forecasts against what then happened. */
  static TableRow of(
      String method, PanelCase panel, Map<SeriesKey, BenchForecast> forecasts, double cpu) {
    int horizon = panel.options().horizon();
    List<Evaluation> thirds = new ArrayList<>();
    int from = 0;
    for (int to : panel.thirds()) {
      thirds.add(score(panel, forecasts, from, to));
      from = to;
    }
    return new TableRow(
        method,
        score(panel, forecasts, 0, horizon),
        thirds,
        panel.panel().size() - forecasts.size(),
        cpu);
  }

  private static Evaluation score(
      PanelCase panel, Map<SeriesKey, BenchForecast> forecasts, int from, int to) {
    Evaluation.Tally tally = new Evaluation.Tally(panel.options().season());
    BenchForecast nothing = BenchForecast.of(DoubleVector.filled(panel.options().horizon(), 0));
    for (SeriesInput input : forecasts.isEmpty() ? List.<SeriesInput>of() : panel.panel()) {
      SeriesKey key = input.series().key();
      BenchForecast forecast = forecasts.getOrDefault(key, nothing);
      TestColumn.Actual actual = panel.actuals().get(key);
      Backtest test =
          new Backtest(
              key.item(),
              input.series().end().plus(from),
              forecast.mean().slice(from, to),
              actual.units().slice(from, to),
              actual.observed().slice(from, to));
      forecast
          .bands()
          .ifPresentOrElse(
              b -> tally.add(input.series(), test, slice(b, from, to)),
              () -> tally.add(input.series(), test));
    }
    return tally.evaluation();
  }

  private static Bands slice(Bands b, int from, int to) {
    return new Bands(b.p10().slice(from, to), b.p50().slice(from, to), b.p90().slice(from, to));
  }
}
