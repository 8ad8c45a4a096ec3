package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;

/**
 * The rule for a series whose history is too short for any backtest: it is forecast by the first of
 * {@link #MODELS} that accepts it. Nothing was tested, so nothing else may claim to be better. The
 * verdict is USE_SIMPLE from {@link RollingOrigin#MIN_OBSERVED} periods with two demands on, and
 * DO_NOT_FORECAST below.
 */
final class ShortHistory {
  /** The methods that may forecast untested, in this order; they must be contestants. */
  static final List<String> MODELS = List.of("MovingAverage", "Naive");

  private ShortHistory() {}

  static Selection selection(
      String id, DemandSeries raw, EngineOptions options, Map<String, Failure> failures) {
    boolean some = RollingOrigin.enough(raw, raw.size());
    String reason =
        "history of %d periods is too short to test: a backtest of %d steps needs %d periods; %s is used untested"
            .formatted(
                raw.size(),
                options.horizon(),
                options.periodsBack(1) + RollingOrigin.MIN_OBSERVED,
                id);
    return new Selection(
        id, reason, some ? Verdict.USE_SIMPLE : Verdict.DO_NOT_FORECAST, List.of(), failures);
  }
}
