package org.demandwright.core.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.core.Failure;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Contestant;
import org.demandwright.core.evaluate.FlatGuess;
import org.demandwright.core.evaluate.Trial;

/**
 * One series after its backtest, before anything is chosen.
 *
 * @param contestants those that could be tested, simpler first
 * @param flatTrials the flat guess at every origin, newest first; empty where the history is too
 *     short for any origin
 * @param brief whether the history was too short for whole tests, see {@link ShortHistory}
 * @param failures the first reason why a contestant could not be tested somewhere, by id; it may
 *     still have been tested at newer origins
 */
record TestedSeries(
    List<Contestant> contestants,
    List<Trial> flatTrials,
    boolean brief,
    Map<String, Failure> failures) {
  private static final String SEASONAL_NAIVE = "SeasonalNaive";

  TestedSeries {
    contestants = List.copyOf(contestants);
    flatTrials = List.copyOf(flatTrials);
    failures = Map.copyOf(failures);
  }

  boolean untested() {
    return contestants.isEmpty();
  }

  Contestant flat() {
    return new Contestant(FlatGuess.ID, false, flatTrials);
  }

  /** Returns the failures of those that could not be tested at any origin. */
  Map<String, Failure> untestedFailures() {
    Map<String, Failure> untested = new HashMap<>(failures);
    contestants.forEach(c -> untested.remove(c.modelId()));
    return untested;
  }

  /** Returns the backtests of the champion and, for comparison, of seasonal naive. */
  List<Backtest> backtests(Contestant champion) {
    Stream<Contestant> seasonalNaive =
        contestants.stream()
            .filter(c -> c.modelId().equals(SEASONAL_NAIVE))
            .filter(c -> !c.modelId().equals(champion.modelId()));
    return Stream.concat(Stream.of(champion), seasonalNaive)
        .flatMap(c -> c.trials().stream())
        .map(Trial::backtest)
        .toList();
  }
}
