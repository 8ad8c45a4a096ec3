package org.demandwright.core.evaluate;

/**
 * Where a contestant stands among the others.
 *
 * @param contestant the tested model
 * @param own ln(its loss ÷ the flat guess's) on this series; negative = better
 * @param expected the same, weighed against what is known of its class
 * @param barred whether its forecasts of sparse demand gravely fell short
 */
public record Standing(Contestant contestant, double own, double expected, boolean barred) {

  /** Returns the id of the contestant's model. */
  public String modelId() {
    return contestant.modelId();
  }

  double handicapped() {
    return contestant.learned() ? expected + ChampionRule.LEARNED_MARGIN : expected;
  }
}
