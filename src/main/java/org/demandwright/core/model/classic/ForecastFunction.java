package org.demandwright.core.model.classic;

import java.util.function.IntToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.model.FittedModel;

/**
 * A fitted method whose forecast is a function of the step.
 *
 * @param mean base units at step 1, 2, …; a negative value is forecast as 0
 * @param fitted one-step-ahead values of the last periods of the history, ≥ 0
 */
record ForecastFunction(IntToDoubleFunction mean, DoubleVector fitted) implements FittedModel {

  /** Returns the fitted method, or {@link Reason#NUMERICAL} where its numbers are not finite. */
  static Outcome<FittedModel> of(String id, IntToDoubleFunction mean, double[] fitted) {
    double sum = mean.applyAsDouble(1);
    for (double value : fitted) {
      sum += value;
    }
    if (!Double.isFinite(sum)) {
      return Outcome.failed(Reason.NUMERICAL, id + ": the fit gave a number that is not finite");
    }
    return Outcome.ok(
        new ForecastFunction(mean, DoubleVector.of(fitted).map(ForecastFunction::atLeastZero)));
  }

  @Override
  public DoubleVector forecast(int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is " + horizon + "; it must be at least 1");
    }
    double[] steps = new double[horizon];
    for (int h = 1; h <= horizon; h++) {
      steps[h - 1] = atLeastZero(mean.applyAsDouble(h));
    }
    return DoubleVector.of(steps);
  }

  /** Also turns -0.0 into 0.0, which a content hash would tell apart. */
  private static double atLeastZero(double value) {
    return value > 0 ? value : 0;
  }
}
