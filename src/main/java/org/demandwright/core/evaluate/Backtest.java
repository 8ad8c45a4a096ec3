package org.demandwright.core.evaluate;

import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;

/**
 * One model's forecast at one rolling origin beside what then happened.
 *
 * @param modelId the model
 * @param origin the first period that the model did not see
 * @param forecast mean per step
 * @param actual raw demand per step, as long as the forecast
 * @param observed 1 where the actual counts, 0 where the period was a stock-out or not observed
 */
public record Backtest(
    String modelId,
    Period origin,
    DoubleVector forecast,
    DoubleVector actual,
    DoubleVector observed) {
  public Backtest {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(origin, "origin");
    if (forecast.size() != actual.size() || forecast.size() != observed.size()) {
      throw new IllegalArgumentException(
          "forecast, actual and observed must have the same number of steps");
    }
  }
}
