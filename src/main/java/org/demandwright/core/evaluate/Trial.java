package org.demandwright.core.evaluate;

import java.util.Objects;
import org.demandwright.core.demand.DemandSeries;

/**
 * One backtest beside the demand that was known at its origin, which gives the errors their scale.
 *
 * @param training raw demand before the origin
 * @param backtest the forecast from the origin on, and what then happened
 */
public record Trial(DemandSeries training, Backtest backtest) {
  private static final double SHORT = 4.0 / 3;
  private static final double OVER = 2.0 / 3;

  public Trial {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(backtest, "backtest");
    if (!training.end().equals(backtest.origin())) {
      throw new IllegalArgumentException(
          training.key()
              + ": the training demand ends before "
              + training.end()
              + " but the backtest starts at "
              + backtest.origin());
    }
  }

  /**
   * Returns the loss by which methods are compared: half the root mean squared error per period
   * plus half the error of the horizon's total per period, divided by the scale of {@link
   * Metric#rmsse}. So a method must be right about single periods and about their sum; a percentage
   * error would reward forecasts that are too low. Where demand never changed, the scale is its
   * mean.
   *
   * <p>A total that fell short counts twice as much as one that was too high, as for a planner who
   * wants to be able to deliver in two cases of three. Without it the least error of skewed demand
   * lies far below its mean.
   */
  public double loss() {
    int n = Metric.observed(backtest);
    if (n == 0) {
      return 0;
    }
    double rms = Math.sqrt(Metric.squaredError(backtest) / n);
    double error = Metric.error(backtest) / n;
    double total = error < 0 ? -SHORT * error : OVER * error;
    return 0.5 * (rms + total) / scale();
  }

  /** Returns RMSSE, in units of the mean demand where demand never changed. */
  double rmsse() {
    return Metric.rmsse(training, backtest)
        .orElseGet(
            () ->
                Math.sqrt(Metric.squaredError(backtest) / Math.max(1, Metric.observed(backtest)))
                    / scale());
  }

  double scale() {
    return Metric.squaredScale(training).orElseGet(this::level);
  }

  private double level() {
    double sum = 0;
    int n = 0;
    for (int t = 0; t < training.size(); t++) {
      if (training.observed(t)) {
        sum += training.units().get(t);
        n++;
      }
    }
    return sum > 0 ? sum / n : 1;
  }
}
