package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.ChampionRule;
import org.demandwright.core.evaluate.ClassPrior;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;

/**
 * The rule for a series whose history is too short for any backtest. It is forecast by the model
 * that does best on its class of demand, if the panel has taught one; else by the first of {@link
 * #UNTESTED} that accepts it. The verdict is DO_NOT_FORECAST below {@link
 * RollingOrigin#MIN_OBSERVED} periods or two demands; from there on that of the model's kind.
 */
record ShortHistory(
    EngineOptions options, Contestants models, DemandSeries raw, DemandPattern pattern) {
  /** The methods that may forecast where nothing is known, in this order. */
  static final List<String> UNTESTED = List.of("MovingAverage", "Naive");

  /** Returns the models to try, best first. */
  List<String> candidates(ClassPrior prior) {
    List<String> candidates = new ArrayList<>();
    best(prior).ifPresent(candidates::add);
    UNTESTED.stream().filter(id -> !candidates.contains(id)).forEach(candidates::add);
    return candidates;
  }

  Selection selection(String id, ClassPrior prior, Map<String, Failure> failures) {
    boolean byClass = best(prior).filter(id::equals).isPresent();
    String reason =
        "history of %d periods is too short to test: a backtest of %d steps needs %d periods with demand before and in it; %s is used %s"
            .formatted(
                raw.size(),
                options.horizon(),
                options.periodsBack(1) + RollingOrigin.MIN_OBSERVED,
                id,
                byClass ? "because it does best on " + pattern + " demand" : "untested");
    return new Selection(id, reason, verdict(id), List.of(), failures);
  }

  private Verdict verdict(String id) {
    if (!RollingOrigin.enough(raw, raw.size())) {
      return Verdict.DO_NOT_FORECAST;
    }
    return models.learned(id) ? Verdict.ML_PAYS : Verdict.USE_SIMPLE;
  }

  private Optional<String> best(ClassPrior prior) {
    String best = null;
    double least = Double.POSITIVE_INFINITY;
    for (String id : models.ids()) {
      double margin = models.learned(id) ? ChampionRule.LEARNED_MARGIN : 0;
      double advantage = prior.advantage(pattern, id).orElse(Double.POSITIVE_INFINITY) + margin;
      if (advantage < least) {
        least = advantage;
        best = id;
      }
    }
    return Optional.ofNullable(best);
  }
}
