package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;

/**
 * The rule for a series whose history is too short for any backtest: it is forecast by the first of
 * {@link #UNTESTED} that accepts it. Nothing was tested, so nothing else may claim to be better;
 * the global models, which do best on the class, forecast such series far too low in sum, because
 * they learn from series with more history. The verdict is USE_SIMPLE from {@link
 * RollingOrigin#MIN_OBSERVED} periods with two demands on, DO_NOT_FORECAST below.
 */
record ShortHistory(EngineOptions options, DemandSeries raw) {
  /** The methods that may forecast where nothing is known, in this order. */
  static final List<String> UNTESTED = List.of("MovingAverage", "Naive");

  Selection selection(String id, Map<String, Failure> failures) {
    String reason =
        ("history of %d periods is too short to test: a backtest of %d steps needs %d periods with"
                + " demand before and in it; %s is used untested")
            .formatted(
                raw.size(),
                options.horizon(),
                options.periodsBack(1) + RollingOrigin.MIN_OBSERVED,
                id);
    boolean some = RollingOrigin.enough(raw, raw.size());
    return new Selection(
        id,
        List.of(new Member(id, 1)),
        reason,
        some ? Verdict.USE_SIMPLE : Verdict.DO_NOT_FORECAST,
        List.of(),
        failures);
  }
}
