package org.demandwright.core.model.weka;

import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.model.LinearLearner;
import weka.core.Instances;

/** Linear equations by Weka's ridge regression, see {@link RidgeRegressor}. */
public final class WekaLinearLearner implements LinearLearner {

  @Override
  public Outcome<double[]> learn(
      List<String> names, double[][] rows, double[] target, double ridge) {
    Instances data = WekaDataset.empty(names, rows.length);
    for (int r = 0; r < rows.length; r++) {
      WekaDataset.add(data, 1, rows[r], target[r]);
    }
    return new RidgeRegressor(ridge).coefficients(data);
  }
}
