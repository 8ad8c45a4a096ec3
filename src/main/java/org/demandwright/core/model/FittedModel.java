package org.demandwright.core.model;

import org.demandwright.core.DoubleVector;
import org.demandwright.core.explain.Explanation;

/** A model that has learned one series, immutable. */
public interface FittedModel {

  /**
   * Forecasts the mean demand.
   *
   * @param horizon number of steps, at least 1
   * @return base units per period for the steps 1 … horizon, each ≥ 0
   */
  DoubleVector forecast(int horizon);

  /**
   * Returns the one-step-ahead fitted values of the last periods of the history, oldest first; it
   * may be shorter than the history, where the first periods served as a start, and empty where the
   * method has none.
   */
  DoubleVector fitted();

  /**
   * Returns what {@link #forecast} is made of. A method that cannot divide its numbers says so, by
   * one contribution of the whole.
   */
  default Explanation explain(int horizon) {
    return Explanation.whole(forecast(horizon));
  }
}
