package org.demandwright.core.model;

import java.util.List;
import java.util.ServiceLoader;
import org.demandwright.core.Outcome;

/** Learns a linear equation from rows: for whoever has to foresee something other than demand. */
public interface LinearLearner {

  /**
   * Fits y = b + Σ wᵢ xᵢ by least squares with a penalty on w.
   *
   * @param names of the columns, each once
   * @param rows of numbers of mean 0 and deviation 1, as many as there are targets
   * @param ridge penalty per row, above 0
   * @return w₁ … wₙ, b; or why there is none
   */
  Outcome<double[]> learn(List<String> names, double[][] rows, double[] target, double ridge);

  /** Returns the learner that is installed; throws if there is none. */
  static LinearLearner load() {
    return ServiceLoader.load(LinearLearner.class, LinearLearner.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no LinearLearner is installed"));
  }
}
