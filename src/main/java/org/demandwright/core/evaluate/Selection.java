package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demandwright.core.Failure;

/**
 * Which model was chosen for a series, and why: there is no silent fallback.
 *
 * @param modelId the champion
 * @param reason a sentence that a planner can read, with the figures that decided
 * @param verdict what the test says about forecasting this series
 * @param scores of every contestant that could be scored, best first
 * @param failures of the contestants that could not, by model id
 */
public record Selection(
    String modelId,
    String reason,
    Verdict verdict,
    List<Score> scores,
    Map<String, Failure> failures) {
  public Selection {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(verdict, "verdict");
    scores = List.copyOf(scores);
    failures = Map.copyOf(failures);
  }
}
