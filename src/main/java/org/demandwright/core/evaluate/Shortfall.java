package org.demandwright.core.evaluate;

/**
 * Compares what a model forecast in sum with what came and with what the flat guess forecast. It is
 * grave if the sum is less than half of both: below what came alone would also accuse a model of a
 * rise in demand that nobody could foresee. Series are added in units of their own scale.
 */
final class Shortfall {
  private static final double GRAVE = 0.5;

  private double forecast;
  private double flat;
  private double actual;

  void add(Contestant contestant, Contestant flatGuess) {
    for (Trial trial : contestant.trials()) {
      Backtest test = trial.backtest();
      Backtest guess = flatGuess.at(trial.backtest().origin()).orElseThrow().backtest();
      double scale = trial.scale();
      actual += Metric.actual(test) / scale;
      forecast += (Metric.actual(test) + Metric.error(test)) / scale;
      flat += (Metric.actual(guess) + Metric.error(guess)) / scale;
    }
  }

  boolean isGrave() {
    return forecast < GRAVE * actual && forecast < GRAVE * flat;
  }
}
