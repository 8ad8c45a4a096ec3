package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;

/**
 * Which model was chosen for a series, and why: there is no silent fallback.
 *
 * @param modelId the champion; the ids of a combination's members joined by +
 * @param members of the forecast, the greatest weight first; their weights sum to 1
 * @param reason what a planner is told, with the figures that decided
 * @param verdict what the test says about forecasting this series
 * @param scores of every contestant that could be scored: first what was chosen, then its members
 *     and the others by what was expected of them
 * @param failures of the contestants that could not, by model id
 */
public record Selection(
    String modelId,
    List<Member> members,
    Words reason,
    Verdict verdict,
    List<Score> scores,
    Map<String, Failure> failures) {
  public Selection {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(verdict, "verdict");
    members = List.copyOf(members);
    scores = List.copyOf(scores);
    failures = Map.copyOf(failures);
  }

  /** Returns the same choice with one more sentence in its reason. */
  public Selection noting(Words sentence) {
    return new Selection(modelId, members, reason.and(sentence), verdict, scores, failures);
  }
}
