package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Failure;
import org.demandwright.core.evaluate.Contestant;
import org.demandwright.core.evaluate.FlatGuess;
import org.demandwright.core.evaluate.Trial;

/**
 * One series after its backtest, before anything is chosen.
 *
 * @param contestants those that could be tested, simpler first
 * @param flatTrials the flat guess at every origin, newest first; empty where the history is too
 *     short for any origin
 * @param failures the first reason why a contestant could not be tested somewhere, by id; it may
 *     still have been tested at newer origins
 */
record TestedSeries(
    List<Contestant> contestants, List<Trial> flatTrials, Map<String, Failure> failures) {
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

  Optional<Contestant> contestant(String id) {
    return contestants.stream().filter(c -> c.modelId().equals(id)).findFirst();
  }
}
