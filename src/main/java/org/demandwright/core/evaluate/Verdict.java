package org.demandwright.core.evaluate;

/** What the backtest says about forecasting a series at all. */
public enum Verdict {
  /** A learned model was clearly better than the best simple method. */
  ML_PAYS,
  /** A simple method is as good as anything. */
  USE_SIMPLE,
  /** No method beat a flat guess: plan by minimum and maximum stock, see {@link PlanBy}. */
  DO_NOT_FORECAST;

  /** Returns whether a planner should order by the forecast. */
  public boolean usable() {
    return this != DO_NOT_FORECAST;
  }
}
