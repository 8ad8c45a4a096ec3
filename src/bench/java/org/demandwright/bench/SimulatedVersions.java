package org.demandwright.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.decide.DemandAtRate;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * The versions of a plan as nights would have made them: a contest every eight weeks, in the weeks
 * between what it chose is fitted to the newest demand. Of what is not recommended to forecast the
 * totals are those of its rate, as for stock plans.
 *
 * <p>Written down beside each other, since making them costs more than all that is replayed; a file
 * that is there is read.
 */
final class SimulatedVersions {
  private static final int CONTEST_EVERY = 8;
  private static final int WEEK = 7;

  private final SimulatedWorld world;
  private final EngineOptions options;
  private final ForecastEngine engine;
  private final Workers workers = new Workers(1);
  private final Map<SeriesKey, List<TotalDemand>> versions = new HashMap<>();
  private final List<String> tests = new ArrayList<>();

  private SimulatedVersions(SimulatedWorld world, Optional<String> model) {
    EngineOptions defaults =
        EngineOptions.defaults(Bucket.WEEK).withHorizon(SimulatedWorld.HORIZON);
    this.world = world;
    this.options = model.map(m -> defaults.withModels(List.of(m))).orElse(defaults);
    this.engine = new ForecastEngine(options);
  }

  /**
   * Returns the versions of each item.
   *
   * @param model that forecasts alone; empty = the product
   */
  static Map<SeriesKey, List<TotalDemand>> of(
      SimulatedWorld world, Optional<String> model, Path folder)
      throws IOException, InterruptedException, ExecutionException {
    Path file =
        folder.resolve(
            "%s-%d-%s.csv".formatted(world.name(), world.items().size(), model.orElse("product")));
    SimulatedVersions made = new SimulatedVersions(world, model);
    if (Files.exists(file)) {
      made.read(file);
    } else {
      made.make();
      Files.createDirectories(folder);
      made.write(file);
    }
    return made.versions;
  }

  private void make() throws InterruptedException, ExecutionException {
    List<Map<String, Outcome<GlobalFit>>> global = List.of();
    PanelOutlook outlook = PanelOutlook.none();
    Map<SeriesKey, KeptContest> kept = new HashMap<>();
    Calibration calibration = null;
    int week = 0;
    for (LocalDate origin = world.tuneFrom();
        origin.isBefore(world.testTo());
        origin = origin.plusDays(WEEK), week++) {
      List<SeriesInput> panel = world.known(origin);
      boolean contest = week % CONTEST_EVERY == 0;
      if (contest) {
        global = new ArrayList<>();
        for (int k = 0; k <= options.origins(); k++) {
          global.add(engine.trainGlobal(panel, k));
        }
        outlook = engine.outlook(panel, global);
      }
      List<Map<String, Outcome<GlobalFit>>> fits = global;
      PanelOutlook learned = outlook;
      List<SeriesResult> results =
          workers
              .each(
                  panel,
                  input ->
                      contest || !kept.containsKey(input.series().key())
                          ? engine.contest(input, fits, learned)
                          : engine.refit(input, fits, learned, kept.get(input.series().key())))
              .stream()
              .flatMap(o -> o.toOptional().stream())
              .toList();
      if (contest) {
        calibration = engine.calibrate(results.stream().map(CalibrationSample::of).toList());
      }
      for (SeriesResult r : results) {
        if (contest) {
          kept.put(r.cleaned().key(), new KeptContest(origin, r.selection(), r.backtests()));
          CalibrationSample.of(r).backtests().forEach(b -> tests.add(test(r, b)));
        }
        versions
            .computeIfAbsent(r.cleaned().key(), k -> new ArrayList<>())
            .add(totals(r, calibration));
      }
      System.err.printf("%s %s %s%n", world.name(), origin, contest ? "contest" : "refit");
    }
  }

  private static String test(SeriesResult r, Backtest test) {
    SeriesKey k = r.cleaned().key();
    return String.join(
        ";",
        k.org(),
        k.item(),
        k.site(),
        k.channel(),
        r.cleaned().end().start().toString(),
        test.origin().start().toString(),
        text(test.forecast()),
        text(test.actual()),
        text(test.observed()));
  }

  private TotalDemand totals(SeriesResult r, Calibration calibration) {
    TotalDemand forecast = engine.bands(r, calibration).totals().orElseThrow();
    return r.selection().verdict().usable()
        ? forecast
        : PlanBy.of(r.cleaned(), options.horizon())
            .flatMap(by -> DemandAtRate.totals(by, r.cleaned().end(), options.horizon()))
            .orElse(forecast);
  }

  private void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      for (Map.Entry<SeriesKey, List<TotalDemand>> e : versions.entrySet()) {
        for (TotalDemand v : e.getValue()) {
          SeriesKey k = e.getKey();
          out.write(
              String.join(
                  ";", k.org(), k.item(), k.site(), k.channel(), v.origin().start().toString()));
          for (TotalStep s : v.steps()) {
            out.write(";" + s.mean() + " " + s.nothing() + " " + text(s.quantiles()));
          }
          out.newLine();
        }
      }
    }
    Files.write(Path.of(file + ".tests"), tests);
    Files.move(part, file);
  }

  private static String text(DoubleVector v) {
    return v.stream().mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private void read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(";", -1);
        SeriesKey key = new SeriesKey(words[0], words[1], words[2], words[3]);
        List<TotalStep> steps = new ArrayList<>();
        for (int i = 5; i < words.length; i++) {
          double[] n =
              Arrays.stream(words[i].split(" ")).mapToDouble(Double::parseDouble).toArray();
          steps.add(new TotalStep(n[0], n[1], DoubleVector.of(Arrays.copyOfRange(n, 2, n.length))));
        }
        versions
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new TotalDemand(Period.of(Bucket.WEEK, LocalDate.parse(words[4])), steps));
      }
    }
  }
}
