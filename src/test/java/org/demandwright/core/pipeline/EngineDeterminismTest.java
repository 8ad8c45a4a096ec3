package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Contestant;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

/**
 * With all default models, a run gives the same bits whatever the order of the series and however
 * the contests are spread over threads, and nothing after an origin changes what was said there.
 */
class EngineDeterminismTest {
  private static final EngineOptions OPTIONS =
      new EngineOptions(
          Bucket.MONTH, 12, 4, 2, 1, EngineOptions.DEFAULT_MODELS, Objective.RMSSE, Set.of());
  private static final List<SeriesInput> PANEL = TestModels.panel(16, 36);

  @Test
  void theOrderOfTheSeriesDoesNotMatter() throws Exception {
    List<SeriesInput> shuffled = new ArrayList<>(PANEL);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(shuffled).isNotEqualTo(PANEL);
    assertThat(run(shuffled, 1)).isEqualTo(run(PANEL, 1));
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    assertThat(run(PANEL, 4)).isEqualTo(run(PANEL, 1));
  }

  /** Seen from a later end, the old final origin is the newest backtest origin. */
  @Test
  void nothingAfterAnOriginChangesWhatWasForecastThere() {
    int appended = OPTIONS.periodsBack(1);
    List<SeriesInput> later = PANEL.stream().map(i -> withFuture(i, appended)).toList();
    ForecastEngine engine = new ForecastEngine(OPTIONS);
    List<Map<String, Outcome<GlobalFit>>> globalThen = global(engine, PANEL);
    List<Map<String, Outcome<GlobalFit>>> globalNow = global(engine, later);
    int compared = 0;
    for (int i = 0; i < PANEL.size(); i++) {
      SeriesInput known = PANEL.get(i);
      SeriesContest then = contest(known, globalThen);
      History history = SeriesContest.history(known, known.series().size(), OPTIONS.season());
      for (Contestant c : contest(later.get(i), globalNow).test().contestants()) {
        Backtest now = c.trials().get(0).backtest();
        assertThat(now.origin()).isEqualTo(known.series().end());
        assertThat(now.forecast())
            .as(c.modelId() + " of " + known.series().key())
            .isEqualTo(then.fit(c.modelId(), history, 0).orElseThrow().forecast(4));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(8 * PANEL.size());
  }

  private static SeriesContest contest(
      SeriesInput input, List<Map<String, Outcome<GlobalFit>>> global) {
    Contestants all = Contestants.of(OPTIONS, ModelCatalog.load());
    return new SeriesContest(OPTIONS, all, input, global);
  }

  private static SeriesInput withFuture(SeriesInput input, int periods) {
    double[] units =
        Arrays.copyOf(input.series().units().toArray(), input.series().size() + periods);
    Arrays.fill(units, input.series().size(), units.length, 1_000);
    DemandSeries longer = DemandSeries.of(input.series().key(), input.series().first(), units);
    return new SeriesInput(longer, input.covariates());
  }

  /** Returns every forecast and band of a run as text that shows each bit, by series. */
  private static Map<SeriesKey, String> run(List<SeriesInput> panel, int threads) throws Exception {
    ForecastEngine engine = new ForecastEngine(OPTIONS);
    List<Map<String, Outcome<GlobalFit>>> global = global(engine, panel);
    PanelOutlook outlook = engine.outlook(panel, global);
    List<SeriesResult> results = contests(engine, panel, global, outlook, threads);
    Calibration calibration =
        engine.calibrate(results.stream().map(CalibrationSample::of).toList());
    Map<SeriesKey, String> text = new TreeMap<>();
    for (SeriesResult r : results) {
      BandedForecast bands = engine.bands(r, calibration);
      text.put(r.cleaned().key(), english(r.selection().reason()) + r.fitted() + bands);
    }
    return text;
  }

  private static List<SeriesResult> contests(
      ForecastEngine engine,
      List<SeriesInput> panel,
      List<Map<String, Outcome<GlobalFit>>> global,
      PanelOutlook outlook,
      int threads)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<SeriesResult>> tasks = new ArrayList<>();
      panel.forEach(i -> tasks.add(() -> engine.contest(i, global, outlook).orElseThrow()));
      List<SeriesResult> results = new ArrayList<>();
      for (Future<SeriesResult> done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Map<String, Outcome<GlobalFit>>> global(
      ForecastEngine engine, List<SeriesInput> panel) {
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= OPTIONS.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    return global;
  }
}
