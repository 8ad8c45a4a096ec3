package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link LeakAudit} looked at and found.
 *
 * @param series series of the sample
 * @param rows feature rows that were recomputed
 * @param forecasts forecasts that were recomputed
 * @param leaks every number that differed; empty where all is well
 */
public record LeakReport(int series, int rows, int forecasts, List<Leak> leaks) {
  public LeakReport {
    leaks = List.copyOf(leaks);
  }

  /** Returns why nothing must be forecast, empty where nothing leaks. */
  public Optional<String> objection() {
    return leaks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("The leak audit found %d numbers that change once the future is taken away, so the"
                    + " tests of the models are worth nothing and no forecast is made. The first:"
                    + " %s. Leave that model out (job parameter models) and report the defect.")
                .formatted(leaks.size(), leaks.get(0)));
  }
}
