package org.demandwright.core.model.regression;

import java.util.Arrays;
import java.util.List;
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
}
