package org.demandwright.core.evaluate;

import java.util.Objects;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.model.Objective;

/**
 * One backtest beside the demand that was known at its origin, which gives the errors their scale.
 *
 * @param training raw demand before the origin
 * @param backtest the forecast from the origin on, and what then happened
 * @param objective by which methods are compared
 */
public record Trial(DemandSeries training, Backtest backtest, Objective objective) {
  private static final double SHORT = 4.0 / 3;
  private static final double OVER = 2.0 / 3;
  private static final int LONGEST_SPAN = 4;

  public Trial {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(backtest, "backtest");
    Objects.requireNonNull(objective, "objective");
    if (!training.end().equals(backtest.origin())) {
      throw new IllegalArgumentException(
          training.key()
              + ": the training demand ends before "
              + training.end()
              + " but the backtest starts at "
              + backtest.origin());
    }
  }

  /** Makes a trial of methods that are to have the least error. */
  public Trial(DemandSeries training, Backtest backtest) {
    this(training, backtest, Objective.RMSSE);
  }

  /**
   * Returns the loss by which methods are compared.
   *
   * <p>Of {@link Objective#COST} it is what stock costs that is planned by it, but for a factor
   * that is the same for all methods: the mean over k = 1 … 4 of √(mean e² ÷ k), with e the errors
   * of the totals of k periods in a row, divided by the scale. Where a stock is as high as its
   * costs ask for, holding and missing units cost together (h + b) φ(z) σ a cycle, with σ the
   * spread of the errors of the total that it has to cover: whatever the costs, of two methods the
   * one with the smaller σ costs less. An error to one side counts in full, since the spread that
   * is told is learned of all items together. Reference: Silver, Pyke &amp; Thomas (2017), ch. 6,
   * 9.
   *
   * <p>Of the others it is half the root mean squared error per period plus half the error of the
   * horizon's total per period, divided by the scale of {@link Metric#rmsse}. So a method must be
   * right about single periods and about their sum; a percentage error would reward forecasts that
   * are too low. Where demand never changed, the scale is its mean.
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
    if (objective == Objective.COST) {
      return ofTotals() / scale();
    }
    double rms = Math.sqrt(Metric.squaredError(backtest) / n);
    double error = Metric.error(backtest) / n;
    double total = error < 0 ? -SHORT * error : OVER * error;
    return 0.5 * (rms + total) / scale();
  }

  private double ofTotals() {
    double sum = 0;
    int spans = 0;
    for (int k = 1; k <= Math.min(LONGEST_SPAN, backtest.actual().size()); k++) {
      double squares = 0;
      int windows = 0;
      for (int from = 0; from + k <= backtest.actual().size(); from++) {
        double error = 0;
        boolean known = true;
        for (int i = from; i < from + k; i++) {
          error += backtest.actual().get(i) - backtest.forecast().get(i);
          known &= backtest.observed().get(i) == 1;
        }
        squares += known ? error * error / k : 0;
        windows += known ? 1 : 0;
      }
      if (windows > 0) {
        sum += Math.sqrt(squares / windows);
        spans++;
      }
    }
    return sum / spans;
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
