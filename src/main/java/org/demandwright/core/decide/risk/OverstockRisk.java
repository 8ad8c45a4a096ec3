package org.demandwright.core.decide.risk;

import java.util.List;
import org.demandwright.core.Words;

/**
 * With what probability not all that is there and on its way is sold within a long time, and how
 * much is left then on average: E[(s − D)⁺] = s − E[D] + E[(D − s)⁺].
 *
 * <p>At 0.95 the stock lies beyond what is wanted in that time with 95 %.
 *
 * <p>Worked: 100 units, of which 40 or 80 are sold in that time, evenly likely: with certainty
 * something is left, 40 units on average.
 *
 * @param probability 0–1
 * @param left expected base units that are left
 */
public record OverstockRisk(double probability, double left) {
  /**
   * Returns the risk.
   *
   * @param position base units there, not reserved, and on their way
   * @param days within which it is to be sold
   */
  public static OverstockRisk of(DemandAhead demand, double position, int days) {
    if (position <= 0) {
      return new OverstockRisk(0, 0);
    }
    double left = position - (demand.beyond(days, 0) - demand.beyond(days, position));
    return new OverstockRisk(1 - demand.reaches(days, position), Math.max(0, left));
  }

  /** Returns what is to be said of it, with what it was looked at. */
  public Risk risk(double position, int days) {
    return Risk.ofAll(
        RiskKind.OVERSTOCK,
        probability,
        left,
        Risk.Worth.COST,
        List.of(
            Risk.Figure.of("probability", probability),
            Risk.Figure.of("leftUnits", left),
            Risk.Figure.of("position", position),
            Risk.Figure.of("days", days)),
        Words.of(
            "risk.overstock",
            Risk.told(position),
            Risk.told(left),
            days,
            Risk.percent(probability)));
  }
}
