package org.demandwright.core.model.classic;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.explain.ContributionTable;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.model.FittedModel;

/**
 * A fitted method whose forecast is a function of the step.
 *
 * @param mean base units at step 1, 2, …; a negative value is forecast as 0
 * @param parts what the mean of a step consists of, empty where the method does not say
 * @param fitted one-step-ahead values of the last periods of the history, ≥ 0
 */
record ForecastFunction(
    IntToDoubleFunction mean, Optional<IntFunction<Parts>> parts, DoubleVector fitted)
    implements FittedModel {

  /** Level, trend and season of one step, base units; they sum to its mean. */
  record Parts(double level, double trend, double season) {}

  /** Returns the fitted method, or {@link Reason#NUMERICAL} where its numbers are not finite. */
  static Outcome<FittedModel> of(String id, IntToDoubleFunction mean, double[] fitted) {
    return of(id, mean, Optional.empty(), fitted);
  }

  /** Returns the fitted method with what its mean consists of. */
  static Outcome<FittedModel> of(
      String id, IntToDoubleFunction mean, IntFunction<Parts> parts, double[] fitted) {
    return of(id, mean, Optional.of(parts), fitted);
  }

  private static Outcome<FittedModel> of(
      String id, IntToDoubleFunction mean, Optional<IntFunction<Parts>> parts, double[] fitted) {
    double sum = mean.applyAsDouble(1);
    for (double value : fitted) {
      sum += value;
    }
    if (!Double.isFinite(sum)) {
      return Outcome.failed(Reason.NUMERICAL, Words.of("failure.not-finite", id));
    }
    return Outcome.ok(
        new ForecastFunction(
            mean, parts, DoubleVector.of(fitted).map(ForecastFunction::atLeastZero)));
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

  /** Level, trend and season where the method has them; a flat forecast is nothing but a level. */
  @Override
  public Explanation explain(int horizon) {
    DoubleVector forecast = forecast(horizon);
    boolean flat = forecast.stream().allMatch(value -> value == forecast.get(0));
    if (parts.isEmpty() && !flat) {
      return Explanation.whole(forecast);
    }
    ContributionTable table = new ContributionTable(horizon);
    for (int h = 1; h <= horizon; h++) {
      double value = mean.applyAsDouble(h);
      Parts step = parts.isPresent() ? parts.get().apply(h) : new Parts(value, 0, 0);
      table.add(Drivers.LEVEL, h - 1, step.level());
      table.add(Drivers.TREND, h - 1, step.trend());
      table.add(Drivers.SEASON, h - 1, step.season());
      table.add(Drivers.LIMIT, h - 1, forecast.get(h - 1) - value);
    }
    return table.explain(forecast);
  }

  /** Also turns -0.0 into 0.0, which a content hash would tell apart. */
  private static double atLeastZero(double value) {
    return value > 0 ? value : 0;
  }
}
