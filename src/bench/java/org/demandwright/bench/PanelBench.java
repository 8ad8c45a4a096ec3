package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.demandwright.core.Outcome;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.Outlook;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.LeakReport;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * Forecasts a panel file with exactly the engine and the defaults of the nightly job, so that its
 * accuracy can be measured from outside. It never reads the file's {@code test} column.
 *
 * <p>The file has the columns {@code series,start,train} and may have {@code test}; start is the
 * first day, values are separated by spaces and {@code NA} was not observed, which is not zero. It
 * prints what was chosen, the CPU time of each stage and the peak memory. For the options see
 * {@link PanelOptions#USAGE}.
 */
public final class PanelBench {
  private final EngineOptions options;
  private final ForecastEngine engine;
  private final int threads;

  private PanelBench(EngineOptions options, int threads) {
    this.options = options;
    this.engine = new ForecastEngine(options);
    this.threads = threads;
  }

  public static void main(String... args) throws Exception {
    try {
      PanelOptions options = PanelOptions.parse(args);
      List<SeriesInput> panel = PanelFile.read(options.panel(), options.engine().bucket());
      new PanelBench(options.engine(), options.threads()).run(panel, options.out());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private void run(List<SeriesInput> panel, Path out)
      throws IOException, InterruptedException, ExecutionException {
    Stages stages = new Stages(panel.size());
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    stages.done("train global");
    LeakReport audit = engine.audit(panel);
    stages.done("audit");
    PanelOutlook outlook = engine.outlook(panel, global);
    stages.done("outlook");
    List<Outcome<SeriesResult>> outcomes = contests(panel, global, outlook);
    stages.done("contest");
    List<SeriesResult> results = outcomes.stream().flatMap(o -> o.toOptional().stream()).toList();
    Calibration calibration =
        engine.calibrate(results.stream().map(CalibrationSample::of).toList());
    stages.done("calibrate");
    PanelFile.write(out, engine, results, calibration);
    stages.done("write");
    audit.leaks().forEach(leak -> System.out.println("LEAK " + leak));
    report(outcomes, calibration, outlook);
    stages.total();
  }

  private List<Outcome<SeriesResult>> contests(
      List<SeriesInput> panel, List<Map<String, Outcome<GlobalFit>>> global, PanelOutlook outlook)
      throws InterruptedException, ExecutionException {
    return new Workers(threads).each(panel, input -> engine.contest(input, global, outlook));
  }

  private static void report(
      List<Outcome<SeriesResult>> outcomes, Calibration calibration, PanelOutlook outlook) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Outcome<SeriesResult> outcome : outcomes) {
      outcome
          .toOptional()
          .ifPresent(
              r -> {
                counts.merge("model " + r.selection().modelId(), 1, Integer::sum);
                counts.merge("verdict " + r.selection().verdict(), 1, Integer::sum);
                counts.merge("class " + r.pattern(), 1, Integer::sum);
              });
      outcome.toFailure().ifPresent(f -> counts.merge("failed " + f.reason(), 1, Integer::sum));
    }
    counts.forEach((name, n) -> System.out.printf(Locale.ROOT, "%-40s %6d%n", name, n));
    for (Outlook.Bar bar : outlook.whole().barred()) {
      System.out.printf("%s does not take part: %s%n", bar.modelId(), bar.because());
    }
    coverage(calibration);
  }

  private static void coverage(Calibration calibration) {
    long measured = 0;
    double below10 = 0;
    double upTo90 = 0;
    for (Calibration.Row row : calibration.rows()) {
      measured += row.measured();
      below10 += row.below10() * row.measured();
      upTo90 += row.upTo90() * row.measured();
    }
    calibration.rows().stream()
        .filter(row -> row.step() == 1 && !row.levels().equals(BandLevels.NOMINAL))
        .forEach(row -> System.out.println("bands of " + row.pattern() + " at " + row.levels()));
    System.out.printf(
        Locale.ROOT,
        "bands on the newest backtest origin: %.3f below p10, %.3f up to p90 of %d actuals%n",
        below10 / measured,
        upTo90 / measured,
        measured);
  }
}
