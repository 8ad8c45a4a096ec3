package org.demandwright.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Bands;
import org.demandwright.core.evaluate.Evaluation;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * What it costs to hold a contest not every night: {@code RhythmBench PANEL [NIGHTS]} forecasts the
 * last nights of a panel of days, each night by a contest of its own and by what contests of
 * earlier nights chose, and scores all of them against what came after.
 *
 * <p>Every night is an origin, a day after the one before; the last lies a horizon before the end
 * of the panel. A contest every n nights falls on the nights 0, n, 2n …; the nights between keep
 * its models, weights, global fits and bands.
 */
public final class RhythmBench {
  private static final int NIGHTS = 28;
  private static final List<Integer> RHYTHMS = List.of(1, 2, 7, 14, 28);

  private final EngineOptions options = EngineOptions.defaults(Bucket.DAY);
  private final ForecastEngine engine = new ForecastEngine(options);
  private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
  private final List<SeriesInput> panel;
  private final int nights;
  private final Map<Integer, Evaluation.Tally> tallies = new TreeMap<>();
  private final Map<Integer, Night> contests = new HashMap<>();
  private double contestCpu;
  private double keptCpu;
  private int kept;

  private RhythmBench(List<SeriesInput> panel, int nights) {
    this.panel = panel;
    this.nights = nights;
    RHYTHMS.forEach(n -> tallies.put(n, new Evaluation.Tally(options.season())));
  }

  /** What a contest left behind. */
  private record Night(
      List<Map<String, Outcome<GlobalFit>>> global,
      PanelOutlook outlook,
      Map<SeriesKey, SeriesResult> results,
      Calibration calibration) {}

  public static void main(String... args) throws Exception {
    int nights = args.length > 1 ? Integer.parseInt(args[1]) : NIGHTS;
    new RhythmBench(PanelFile.read(Path.of(args[0]), Bucket.DAY), nights).run();
  }

  private void run() throws InterruptedException, ExecutionException {
    for (int night = 0; night < nights; night++) {
      List<SeriesInput> known = known(night);
      double begin = Stages.cpuSeconds();
      Night contest = contest(known);
      contestCpu += Stages.cpuSeconds() - begin;
      contests.put(night, contest);
      for (int every : RHYTHMS) {
        Night held = contests.get(night - night % every);
        begin = Stages.cpuSeconds();
        Map<SeriesKey, SeriesResult> results =
            held == contest ? contest.results() : kept(held, known, night);
        if (held != contest) {
          keptCpu += Stages.cpuSeconds() - begin;
          kept++;
        }
        score(every, night, results, held.calibration());
      }
      System.out.printf("night %d of %d%n", night + 1, nights);
    }
    report();
  }

  private List<SeriesInput> known(int night) {
    int back = options.horizon() + nights - 1 - night;
    return panel.stream()
        .filter(input -> input.series().size() > back)
        .map(input -> head(input, input.series().size() - back))
        .toList();
  }

  private static SeriesInput head(SeriesInput input, int size) {
    return new SeriesInput(input.series().head(size), input.covariates());
  }

  private Night contest(List<SeriesInput> known) throws InterruptedException, ExecutionException {
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(known, origin));
    }
    PanelOutlook outlook = engine.outlook(known, global);
    Map<SeriesKey, SeriesResult> results =
        byKey(workers.each(known, input -> engine.contest(input, global, outlook)));
    Calibration calibration =
        engine.calibrate(results.values().stream().map(CalibrationSample::of).toList());
    return new Night(global, outlook, results, calibration);
  }

  private Map<SeriesKey, SeriesResult> kept(Night held, List<SeriesInput> known, int night)
      throws InterruptedException, ExecutionException {
    PanelOutlook outlook = held.outlook().at(engine.activity(known));
    return byKey(
        workers.each(
            known,
            input -> {
              SeriesResult before = held.results().get(input.series().key());
              return before == null
                  ? engine.contest(input, held.global(), outlook)
                  : engine.refit(
                      input,
                      held.global(),
                      outlook,
                      new KeptContest(
                          input.series().end().plus(-night).start(),
                          before.selection(),
                          before.backtests()));
            }));
  }

  private static Map<SeriesKey, SeriesResult> byKey(List<Outcome<SeriesResult>> outcomes) {
    Map<SeriesKey, SeriesResult> results = new TreeMap<>();
    outcomes.forEach(o -> o.toOptional().ifPresent(r -> results.put(r.cleaned().key(), r)));
    return results;
  }

  private void score(
      int every, int night, Map<SeriesKey, SeriesResult> results, Calibration calibration) {
    int back = options.horizon() + nights - 1 - night;
    for (SeriesInput input : panel) {
      DemandSeries whole = input.series();
      SeriesResult result = results.get(whole.key());
      if (result == null) {
        continue;
      }
      int size = whole.size() - back;
      BenchForecast forecast = BenchForecast.of(engine.bands(result, calibration).steps());
      DemandSeries known = whole.head(size);
      Backtest test =
          new Backtest(
              "kept " + every,
              known.end(),
              forecast.mean(),
              whole.units().slice(size, size + options.horizon()),
              whole.availability().slice(size, size + options.horizon()));
      Bands bands = forecast.bands().orElseThrow();
      tallies.get(every).add(known, test, bands);
    }
  }

  private void report() {
    System.out.println("contest every | RMSSE  MASE   cumWAPE bias   pinball <p10   <=p90");
    tallies.forEach(
        (every, tally) -> {
          Evaluation e = tally.evaluation();
          System.out.printf(
              Locale.ROOT,
              "%13d | %.4f %.4f %.4f %+.4f %.4f %.4f %.4f%n",
              every,
              e.rmsse().orElse(Double.NaN),
              e.mase().orElse(Double.NaN),
              e.cumulativeWape().orElse(Double.NaN),
              e.bias().orElse(Double.NaN),
              e.pinball().orElse(Double.NaN),
              e.below10().orElse(Double.NaN),
              e.upTo90().orElse(Double.NaN));
        });
    System.out.printf(
        Locale.ROOT,
        "CPU of a night: contest %.1f s, kept %.2f s%n",
        contestCpu / nights,
        keptCpu / Math.max(1, kept));
  }
}
