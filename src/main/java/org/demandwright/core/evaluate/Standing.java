package org.demandwright.core.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.Words;

/**
 * Where a contestant stands among the others.
 *
 * @param contestant the tested model
 * @param own ln(its loss ÷ the flat guess's) on this series; negative = better
 * @param expected the loss that is expected of it, relative to the field: −0.1 is a tenth less
 * @param foreseen the squared loss that the panel's tests alone let expect, relative to the field;
 *     empty if they tell nothing
 * @param weight share 0–1 of its forecast in the series' forecast
 * @param barredBecause why it may not take part beside one that may; empty if it may
 */
public record Standing(
    Contestant contestant,
    double own,
    double expected,
    OptionalDouble foreseen,
    double weight,
    Optional<Words> barredBecause) {

  /** Returns whether it may not take part beside one that may. */
  public boolean barred() {
    return barredBecause.isPresent();
  }

  /** Returns the same with another weight. */
  Standing weighing(double other) {
    return new Standing(contestant, own, expected, foreseen, other, barredBecause);
  }

  /** Returns the id of the contestant's model. */
  public String modelId() {
    return contestant.modelId();
  }
}
