package org.demandwright.core.feature;

import java.util.Map;
import org.demandwright.core.explain.Drivers;

/**
 * A multiplicative effect of what is known in advance for every single period, such as the day of
 * the week, a promotion or a price.
 *
 * <p>Before a model describes and learns demand, the factors are divided out; they are multiplied
 * back onto its forecast, step by step. A pooled model predicts the mean demand of a whole block of
 * steps, which keeps its noise low; the factors give the steps inside the block their shape, which
 * a flat block cannot have. What a model learns in between is relative to the level of the series.
 */
public interface TargetTransform {

  /** The least factor of a period that teaches what usual demand is. */
  double TEACHES = 0.2;

  /**
   * Returns the factor of each period, 1 for a usual one.
   *
   * @param history what is known of the series at the forecast origin, its plans included
   * @param units observed demand per period of the history, NaN where it was not observed, after
   *     the transforms before this one were divided out; not changed
   * @param periods number of factors, from the first period of the history on; beyond the origin
   *     they rest on plans and the calendar alone
   * @return factors ≥ 0, in a new array
   */
  double[] factors(History history, double[] units, int periods);

  /**
   * Returns the factors apart by what drives them, by name; the product of the parts is {@link
   * #factors}, but for rounding. The parameters are the same.
   */
  default Map<String, double[]> byDriver(History history, double[] units, int periods) {
    return Map.of(Drivers.SEASON, factors(history, units, periods));
  }

  /**
   * Divides observed units by their factors, in place. A period whose factor is below {@link
   * #TEACHES}, such as a day on which the shop is closed, becomes NaN: a unit that was sold there
   * all the same would otherwise count as twenty.
   */
  static void divide(double[] units, double[] factors) {
    for (int i = 0; i < units.length; i++) {
      units[i] = factors[i] < TEACHES ? Double.NaN : units[i] / factors[i];
    }
  }
}
