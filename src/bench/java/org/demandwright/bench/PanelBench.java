package org.demandwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.ClassPrior;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * Forecasts a panel file with exactly the engine and the defaults of the nightly job, so that its
 * accuracy can be measured from outside. It never reads the file's {@code test} column.
 *
 * <pre>
 * PanelBench --panel FILE.csv[.gz] --bucket DAY|WEEK|MONTH|QUARTER --season M --horizon H
 *            --out FILE.csv [--models id,id…] [--threads N]
 * </pre>
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
    Map<String, String> arguments = arguments(args);
    Bucket bucket = Bucket.valueOf(required(arguments, "bucket").toUpperCase(Locale.ROOT));
    EngineOptions defaults = EngineOptions.defaults(bucket);
    String models = arguments.getOrDefault("models", String.join(",", defaults.models()));
    EngineOptions options =
        new EngineOptions(
            bucket,
            Integer.parseInt(required(arguments, "season")),
            Integer.parseInt(required(arguments, "horizon")),
            defaults.origins(),
            defaults.seed(),
            Arrays.asList(models.split(",")));
    List<SeriesInput> panel = PanelFile.read(Path.of(required(arguments, "panel")), bucket);
    int threads = Integer.parseInt(arguments.getOrDefault("threads", "1"));
    new PanelBench(options, threads).run(panel, Path.of(required(arguments, "out")));
  }

  private void run(List<SeriesInput> panel, Path out)
      throws IOException, InterruptedException, ExecutionException {
    Stopwatch watch = new Stopwatch();
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    watch.lap("train global");
    ClassPrior prior = engine.prior(panel, global);
    watch.lap("prior");
    List<Outcome<SeriesResult>> outcomes = contests(panel, global, prior);
    watch.lap("contest");
    List<SeriesResult> results = outcomes.stream().flatMap(o -> o.toOptional().stream()).toList();
    Calibration calibration =
        engine.calibrate(results.stream().map(CalibrationSample::of).toList());
    watch.lap("calibrate");
    PanelFile.write(out, engine, results, calibration);
    report(outcomes, calibration, prior);
    watch.total(panel.size());
  }

  private List<Outcome<SeriesResult>> contests(
      List<SeriesInput> panel, List<Map<String, Outcome<GlobalFit>>> global, ClassPrior prior)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Outcome<SeriesResult>>> tasks = new ArrayList<>();
      panel.forEach(input -> tasks.add(() -> engine.contest(input, global, prior)));
      List<Outcome<SeriesResult>> outcomes = new ArrayList<>();
      for (Future<Outcome<SeriesResult>> done : pool.invokeAll(tasks)) {
        outcomes.add(done.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private static void report(
      List<Outcome<SeriesResult>> outcomes, Calibration calibration, ClassPrior prior) {
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
    for (ClassPrior.Row row : prior.rows()) {
      System.out.printf(
          Locale.ROOT,
          "prior %-14s %-22s %+.3f of %d tests%n",
          row.pattern(),
          row.modelId(),
          row.advantage(),
          row.tests());
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
    System.out.printf(
        Locale.ROOT,
        "bands on the newest backtest origin: %.3f below p10, %.3f up to p90 of %d actuals%n",
        below10 / measured,
        upTo90 / measured,
        measured);
  }

  private static Map<String, String> arguments(String... args) {
    Map<String, String> arguments = new TreeMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (!args[i].startsWith("--")) {
        throw new IllegalArgumentException(args[i] + " is no option; options begin with --");
      }
      arguments.put(args[i].substring(2), args[i + 1]);
    }
    return arguments;
  }

  private static String required(Map<String, String> arguments, String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  private static final class Stopwatch {
    private final long start = System.nanoTime();
    private final double startCpu = cpuSeconds();
    private long last = start;
    private double lastCpu = startCpu;

    void lap(String what) {
      long now = System.nanoTime();
      double cpu = cpuSeconds();
      print(what, seconds(now - last), cpu - lastCpu);
      last = now;
      lastCpu = cpu;
    }

    void total(int series) {
      double cpu = cpuSeconds() - startCpu;
      print("total", seconds(System.nanoTime() - start), cpu);
      System.out.printf(Locale.ROOT, "%.1f ms CPU a series%n", 1000 * cpu / series);
    }

    private static void print(String what, double seconds, double cpu) {
      System.out.printf(Locale.ROOT, "%-14s %8.1f s, CPU %8.1f s%n", what, seconds, cpu);
    }

    private static double seconds(long nanos) {
      return Duration.ofNanos(nanos).toMillis() / 1000.0;
    }

    private static double cpuSeconds() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
          / 1000.0;
    }
  }
}
