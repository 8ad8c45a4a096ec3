package org.demandwright.core.explain;

import java.util.Objects;

/**
 * One member of a combination and what its own forecast is made of.
 *
 * @param modelId the member's model
 * @param weight its share 0–1 in the combination, above 0
 * @param explanation of its own forecast, not weighted
 */
public record ExplainedMember(String modelId, double weight, Explanation explanation) {
  public ExplainedMember {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(explanation, "explanation");
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          modelId + " has the weight " + weight + "; a member's share is above 0 and at most 1");
    }
  }
}
