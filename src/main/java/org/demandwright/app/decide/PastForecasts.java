package org.demandwright.app.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.Outcome;
import org.demandwright.core.decide.DemandAtRate;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;

/**
 * Makes the versions of a plan as nights of the past would have made them: a contest, and in the
 * periods after it what it chose, fitted to the newest demand. Of what is not recommended to
 * forecast the totals are those of its rate, as for stock plans.
 *
 * <p>No version sees demand at or after its origin, by {@link #knownAt}. Prices, promotions and
 * events within its horizon count as planned, as they do for the engine.
 */
public final class PastForecasts {
  private final EngineOptions options;
  private final ForecastEngine engine;

  /** Does something for each of some values, in their order; maybe at the same time. */
  public interface Each {
    /** One after the other. */
    Each IN_TURN =
        new Each() {
          @Override
          public <T, R> List<R> of(List<T> all, Function<T, R> work) {
            return all.stream().map(work).collect(Collectors.toList());
          }
        };

    /** Returns what was made of each, in the order of the values. */
    <T, R> List<R> of(List<T> all, Function<T, R> work);
  }

  /**
   * A series as it was told at an origin.
   *
   * @param told its totals as the version tells them
   * @param past demand up to the origin as the models saw it
   */
  public record Version(TotalDemand told, DemandSeries past) {}

  /**
   * Makes past forecasts with these options.
   *
   * @param options those of the plan, or the same with one model alone
   */
  public PastForecasts(EngineOptions options) {
    this.options = options;
    this.engine = new ForecastEngine(options);
  }

  /**
   * Returns what was known of a series before an origin.
   *
   * @param whole as it is known now
   * @param horizon periods for which plans are known
   */
  public static SeriesInput knownAt(SeriesInput whole, Period origin, int horizon) {
    int known = whole.series().first().until(origin);
    return new SeriesInput(
        whole.series().head(known), whole.covariates().head(known + horizon).asKnownAt(known));
  }

  /**
   * Returns the versions of the series from one contest to the next, by origin.
   *
   * @param origins that of the contest first
   * @param known of all series at an origin
   */
  public Map<SeriesKey, List<Version>> round(
      List<Period> origins, Function<Period, List<SeriesInput>> known, Each each) {
    Map<SeriesKey, List<Version>> versions = new HashMap<>();
    Map<SeriesKey, KeptContest> kept = new HashMap<>();
    List<Map<String, Outcome<GlobalFit>>> fits = new ArrayList<>();
    PanelOutlook outlook = PanelOutlook.none();
    Calibration calibration = null;
    for (Period origin : origins) {
      List<SeriesInput> panel = known.apply(origin);
      boolean contest = calibration == null;
      if (contest) {
        for (int k = 0; k <= options.origins(); k++) {
          fits.add(engine.trainGlobal(panel, k));
        }
        outlook = engine.outlook(panel, fits);
      }
      PanelOutlook learned = outlook;
      List<SeriesResult> results =
          each
              .of(
                  panel,
                  input ->
                      kept.containsKey(input.series().key())
                          ? engine.refit(input, fits, learned, kept.get(input.series().key()))
                          : engine.contest(input, fits, learned))
              .stream()
              .flatMap(o -> o.toOptional().stream())
              .toList();
      if (contest) {
        calibration = engine.calibrate(results.stream().map(CalibrationSample::of).toList());
      }
      for (SeriesResult r : results) {
        if (contest) {
          kept.put(
              r.cleaned().key(), new KeptContest(origin.start(), r.selection(), r.backtests()));
        }
        versions
            .computeIfAbsent(r.cleaned().key(), k -> new ArrayList<>())
            .add(new Version(totals(r, calibration), r.cleaned()));
      }
    }
    return versions;
  }

  private TotalDemand totals(SeriesResult r, Calibration calibration) {
    TotalDemand forecast = engine.bands(r, calibration).totals().orElseThrow();
    return r.selection().verdict().usable()
        ? forecast
        : PlanBy.of(r.cleaned(), options.horizon())
            .flatMap(by -> DemandAtRate.totals(by, r.cleaned().end(), options.horizon()))
            .orElse(forecast);
  }
}
