package org.demandwright.core.evaluate;

import java.util.Optional;

/**
 * Where a contestant stands among the others.
 *
 * @param contestant the tested model
 * @param own ln(its loss ÷ the flat guess's) on this series; negative = better
 * @param expected the loss that is expected of it, relative to the field: −0.1 is a tenth less
 * @param weight share 0–1 of its forecast in the series' forecast
 * @param barredBecause why it may not take part beside one that may; empty if it may
 */
public record Standing(
    Contestant contestant,
    double own,
    double expected,
    double weight,
    Optional<String> barredBecause) {

  /** Returns whether it may not take part beside one that may. */
  public boolean barred() {
    return barredBecause.isPresent();
  }

  /** Returns the id of the contestant's model. */
  public String modelId() {
    return contestant.modelId();
  }
}
