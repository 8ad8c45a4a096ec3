package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;

/**
 * A series whose history is too short for any backtest. The rule: it is forecast by {@code
 * MovingAverage}, or by {@code Naive} where even that refuses; nothing is tested, so nothing else
 * may claim to be better. The verdict is USE_SIMPLE from {@link RollingOrigin#MIN_OBSERVED} periods
 * with two demands on, DO_NOT_FORECAST below.
 */
record UntestedSeries(
    SeriesContest contest,
    DemandSeries raw,
    History whole,
    DemandPattern pattern,
    EngineOptions options) {
  private static final List<String> BY_RULE = List.of("MovingAverage", "Naive");

  Outcome<SeriesResult> forecast() {
    Map<String, Failure> failures = new TreeMap<>();
    for (String id : BY_RULE) {
      Outcome<FittedModel> fit = contest.fit(id, whole, 0);
      if (fit instanceof Outcome.Ok<FittedModel> ok) {
        Selection selection = new Selection(id, reason(id), verdict(), List.of(), failures);
        return Outcome.ok(contest.result(whole, pattern, selection, ok.value(), List.of()));
      }
      fit.toFailure().ifPresent(f -> failures.put(id, f));
    }
    return Outcome.failed(
        Failure.Reason.SHORT_HISTORY, raw.key() + ": too short to test or forecast: " + failures);
  }

  private String reason(String id) {
    return "history of %d periods is too short to test: a backtest of %d steps needs %d; %s is used untested."
        .formatted(
            raw.size(), options.horizon(), options.periodsBack(1) + RollingOrigin.MIN_OBSERVED, id);
  }

  private Verdict verdict() {
    return RollingOrigin.enough(raw, raw.size()) ? Verdict.USE_SIMPLE : Verdict.DO_NOT_FORECAST;
  }
}
