package org.demandwright.core.evaluate;

import org.demandwright.core.DoubleVector;

/**
 * Quantiles of the demand per step, base units, nested.
 *
 * @param p10 demand is below with probability 0.1
 * @param p50 median
 * @param p90 demand is below with probability 0.9
 */
public record Bands(DoubleVector p10, DoubleVector p50, DoubleVector p90) {
  public Bands {
    if (p10.size() != p50.size() || p50.size() != p90.size()) {
      throw new IllegalArgumentException("the three quantiles must have the same number of steps");
    }
    for (int i = 0; i < p10.size(); i++) {
      if (p10.get(i) > p50.get(i) || p50.get(i) > p90.get(i)) {
        throw new IllegalArgumentException("step " + (i + 1) + ": the quantiles cross");
      }
    }
  }
}
