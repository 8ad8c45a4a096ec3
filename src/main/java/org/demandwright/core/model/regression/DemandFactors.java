package org.demandwright.core.model.regression;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.ObservedUnits;
import org.demandwright.core.feature.TargetTransform;

/**
 * The demand of one series with all that is known in advance divided out.
 *
 * @param units base units per period up to the origin, NaN where not observed, factors divided out
 * @param factors from the first period on to the end of the horizon
 */
record DemandFactors(double[] units, double[] factors) {

  /** Divides the transforms out, one after the other. */
  static DemandFactors of(List<TargetTransform> transforms, History history, int horizon) {
    double[] units = ObservedUnits.of(history);
    double[] total = new double[history.size() + horizon];
    Arrays.fill(total, 1);
    for (TargetTransform transform : transforms) {
      double[] factors = transform.factors(history, units, total.length);
      TargetTransform.divide(units, factors);
      for (int i = 0; i < total.length; i++) {
        total[i] *= factors[i];
      }
    }
    return new DemandFactors(units, total);
  }

  /** Returns the factors of the steps after the origin apart by what drives them. */
  static Map<String, double[]> byDriver(
      List<TargetTransform> transforms, History history, int horizon) {
    double[] units = ObservedUnits.of(history);
    int periods = history.size() + horizon;
    Map<String, double[]> steps = new LinkedHashMap<>();
    for (TargetTransform transform : transforms) {
      transform
          .byDriver(history, units, periods)
          .forEach((driver, f) -> multiply(steps, driver, horizon, f));
      TargetTransform.divide(units, transform.factors(history, units, periods));
    }
    return steps;
  }

  private static void multiply(
      Map<String, double[]> steps, String driver, int horizon, double[] factors) {
    double[] tail = Arrays.copyOfRange(factors, factors.length - horizon, factors.length);
    double[] product = steps.putIfAbsent(driver, tail);
    for (int h = 0; product != null && h < horizon; h++) {
      product[h] *= tail[h];
    }
  }
}
