package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.explain.Drivers;

/**
 * How far all series together are going to rise or fall after the origin because of the time of the
 * year: factor 1 up to the origin, one factor for each step after it.
 *
 * <p>A pooled model forecasts how the level of a series goes on; it is trained on targets from
 * which the common movement is removed, so it cannot know that autumn comes. What this factor says
 * is what happened a year before, see {@link AnnualShiftTrainer}; where nothing is certain it is 1.
 *
 * @param steps factor of each step after the origin, above 0; the last one holds for all steps
 *     beyond, and an empty vector stands for no shift
 */
public record AnnualShift(DoubleVector steps) implements TargetTransform {

  public AnnualShift {
    if (steps.stream().anyMatch(factor -> !(factor > 0))) {
      throw new IllegalArgumentException("a factor of " + steps + " is not above 0");
    }
  }

  /** Returns the shift that changes nothing. */
  public static AnnualShift none() {
    return new AnnualShift(DoubleVector.empty());
  }

  @Override
  public double[] factors(History history, double[] units, int periods) {
    double[] factors = new double[periods];
    Arrays.fill(factors, 1);
    for (int i = history.size(); i < periods && steps.size() > 0; i++) {
      factors[i] = steps.get(Math.min(i - history.size(), steps.size() - 1));
    }
    return factors;
  }

  @Override
  public Map<String, double[]> byDriver(History history, double[] units, int periods) {
    return Map.of(Drivers.TIME_OF_YEAR, factors(history, units, periods));
  }
}
