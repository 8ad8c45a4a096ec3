package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.Period;

/**
 * A model that was tested on one series.
 *
 * @param modelId the model
 * @param learned whether it is a learned model (regression, neural network) and not a simple method
 * @param trials one per rolling origin at which it could be fitted, newest first, at least one
 */
public record Contestant(String modelId, boolean learned, List<Trial> trials) {
  public Contestant {
    Objects.requireNonNull(modelId, "modelId");
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException(modelId + " was not tested at any origin");
    }
  }

  /** Returns the test at an origin, empty where it could not be tested there. */
  Optional<Trial> at(Period origin) {
    return trials.stream().filter(t -> t.backtest().origin().equals(origin)).findFirst();
  }

  /** Returns the steps of its longest test. */
  int longestTest() {
    return trials.stream().mapToInt(t -> t.backtest().forecast().size()).max().orElseThrow();
  }

  /** Returns the errors over all origins; MASE is 0 where demand one season apart never changed. */
  public Score score(int season) {
    double rmsse = 0;
    double mase = 0;
    double absolute = 0;
    double cumulative = 0;
    double error = 0;
    double actual = 0;
    for (Trial trial : trials) {
      Backtest test = trial.backtest();
      rmsse += trial.rmsse() / trials.size();
      mase += Metric.mase(trial.training(), test, season).orElse(0) / trials.size();
      absolute += Metric.absoluteError(test);
      cumulative += Math.abs(Metric.error(test));
      error += Metric.error(test);
      actual += Metric.actual(test);
    }
    return new Score(modelId, rmsse, mase, absolute, cumulative, error, actual);
  }
}
