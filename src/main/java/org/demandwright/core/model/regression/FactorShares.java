package org.demandwright.core.model.regression;

import java.util.List;
import java.util.Map;
import org.demandwright.core.explain.ContributionTable;
import org.demandwright.core.explain.ShapleyValues;

/**
 * What factors add to the demand that they multiply: the Shapley values of v(S) = mean × Π of the
 * factors in S. Together they are mean × (Π of all − 1), also where a factor is 0.
 */
final class FactorShares {
  private final List<String> drivers;
  private final List<double[]> factors;

  /**
   * @param byDriver per driver its factor at each step
   */
  FactorShares(Map<String, double[]> byDriver) {
    this.drivers = List.copyOf(byDriver.keySet());
    this.factors = List.copyOf(byDriver.values());
  }

  /** Adds what the factors of a step make of a mean demand. */
  void addTo(ContributionTable table, int step, double mean) {
    double[] shares = ShapleyValues.of(drivers.size(), present -> mean * product(present, step), 0);
    for (int i = 0; i < shares.length; i++) {
      table.add(drivers.get(i), step, shares[i]);
    }
  }

  private double product(boolean[] present, int step) {
    double product = 1;
    for (int i = 0; i < present.length; i++) {
      if (present[i]) {
        product *= factors.get(i)[step];
      }
    }
    return product;
  }
}
