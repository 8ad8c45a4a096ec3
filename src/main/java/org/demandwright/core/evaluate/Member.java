package org.demandwright.core.evaluate;

import java.util.Objects;

/**
 * One model of a combination.
 *
 * @param modelId the model
 * @param weight share of its forecast in the combined one, above 0 and at most 1
 */
public record Member(String modelId, double weight) {
  public Member {
    Objects.requireNonNull(modelId, "modelId");
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          modelId + " has the weight " + weight + "; it must be above 0 and at most 1");
    }
  }
}
