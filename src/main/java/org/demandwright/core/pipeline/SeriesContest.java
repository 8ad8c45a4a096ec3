package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.Contestant;
import org.demandwright.core.evaluate.FlatGuess;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Trial;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalFit;

/** Fits the contestants to one series and tests them at its rolling origins. */
final class SeriesContest {
  private final EngineOptions options;
  private final Contestants models;
  private final SeriesInput input;
  private final List<Map<String, Outcome<GlobalFit>>> global;
  private final Cleaned whole;

  /**
   * @param global for each origin 0 … origins the fits of the global contestants
   */
  SeriesContest(
      EngineOptions options,
      Contestants models,
      SeriesInput input,
      List<Map<String, Outcome<GlobalFit>>> global) {
    this.options = options;
    this.models = models;
    this.input = input;
    this.global = global;
    this.whole = cleaned(input, input.series().size(), options.season());
  }

  /** Returns the series as models see it after its first {@code size} periods. */
  static History history(SeriesInput input, int size, int season) {
    return new History(cleaned(input, size, season).series(), input.covariates().asKnownAt(size));
  }

  private static Cleaned cleaned(SeriesInput input, int size, int season) {
    return DemandCleaner.clean(
        input.series().head(size), input.covariates().asKnownAt(size), season);
  }

  /** Returns the whole series and what was corrected in it. */
  Cleaned whole() {
    return whole;
  }

  /** Returns the demand class; news that nothing has confirmed does not decide it. */
  DemandPattern pattern() {
    return DemandPattern.of(whole.withNewsInPart());
  }

  /**
   * Tests every contestant at every origin that the series allows; actuals are raw demand, but news
   * that nothing has confirmed judges nobody yet.
   */
  TestedSeries test() {
    DemandSeries judged = whole.withoutNews();
    List<RollingOrigin> tests = new ShortHistory(options, judged).wholeTests();
    return tests.isEmpty()
        ? test(
            RollingOrigin.within(judged, options.origins(), options.horizon()),
            models.localIds(),
            true)
        : test(tests, models.ids(), false);
  }

  /** Tests the models that learn one series at one origin, as of a history that begins there. */
  TestedSeries testLocals(RollingOrigin origin) {
    return test(List.of(origin), models.localIds(), true);
  }

  private TestedSeries test(List<RollingOrigin> origins, List<String> ids, boolean brief) {
    DemandSeries series = whole.withoutNews();
    Map<String, List<Trial>> trials = new LinkedHashMap<>();
    Map<String, Failure> failures = new LinkedHashMap<>();
    List<Trial> flat = new ArrayList<>();
    for (RollingOrigin origin : origins) {
      DemandSeries training = origin.training(series);
      flat.add(
          new Trial(
              training,
              origin.test(FlatGuess.ID, series, FlatGuess.forecast(training, origin.horizon())),
              options.objective()));
      History known = history(input, origin.trainingSize(), options.season());
      for (String id : ids) {
        Outcome<DoubleVector> forecast =
            fit(id, known, origin.index()).map(f -> f.forecast(origin.horizon()));
        forecast
            .toOptional()
            .ifPresent(
                f ->
                    trials
                        .computeIfAbsent(id, k -> new ArrayList<>())
                        .add(new Trial(training, origin.test(id, series, f), options.objective())));
        forecast.toFailure().ifPresent(f -> failures.putIfAbsent(id, f));
      }
    }
    return new TestedSeries(contestants(trials), flat, brief, failures);
  }

  List<String> ids() {
    return models.ids();
  }

  /** Fits one contestant at an origin, 0 = the final one. */
  Outcome<FittedModel> fit(String id, History history, int origin) {
    ForecastModel local = models.local().get(id);
    if (local != null) {
      return local.fit(options.spec(id), history);
    }
    if (!models.global().containsKey(id)) {
      return Outcome.failed(Failure.Reason.NOT_AVAILABLE, Words.of("failure.no-contestant", id));
    }
    Outcome<GlobalFit> trained = global.get(origin).get(id);
    return trained == null
        ? Outcome.failed(Failure.Reason.NOT_AVAILABLE, Words.of("failure.not-trained", id, origin))
        : trained.flatMap(f -> f.apply(history));
  }

  private List<Contestant> contestants(Map<String, List<Trial>> trials) {
    List<Contestant> tested = new ArrayList<>();
    for (String id : models.ids()) {
      if (trials.containsKey(id)) {
        tested.add(new Contestant(id, models.learned(id), trials.get(id)));
      }
    }
    return tested;
  }
}
