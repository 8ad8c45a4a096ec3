package org.demandwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * The product: the engine as the nightly job runs it, but for the leak audit.
 *
 * @param change what is different from the product's options
 */
record WholeEngine(UnaryOperator<EngineOptions> change) implements BenchMethod {

  /** What came of a panel, before bands are laid. */
  record Run(ForecastEngine engine, List<SeriesResult> results, Calibration calibration) {}

  @Override
  public Map<SeriesKey, BenchForecast> forecast(PanelCase panel, Workers workers)
      throws InterruptedException, ExecutionException {
    Run run = run(panel, workers);
    Map<SeriesKey, BenchForecast> forecasts = new TreeMap<>();
    for (SeriesResult r : run.results()) {
      forecasts.put(
          r.cleaned().key(), BenchForecast.of(run.engine().bands(r, run.calibration()).steps()));
    }
    return forecasts;
  }

  /** Contests all series of a panel and pools their residuals. */
  Run run(PanelCase panel, Workers workers) throws InterruptedException, ExecutionException {
    EngineOptions options = change.apply(panel.options());
    ForecastEngine engine = new ForecastEngine(options);
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel.panel(), origin));
    }
    PanelOutlook outlook = engine.outlook(panel.panel(), global);
    List<SeriesResult> results =
        workers.each(panel.panel(), input -> engine.contest(input, global, outlook)).stream()
            .flatMap(o -> o.toOptional().stream())
            .toList();
    return new Run(
        engine, results, engine.calibrate(results.stream().map(CalibrationSample::of).toList()));
  }
}
