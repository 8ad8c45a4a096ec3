package org.demandwright.core.evaluate;

/**
 * What the tests say about forecasting a series; it follows from the choice of {@link Champion}.
 */
public enum Verdict {
  /** Learned models take part: the tests let expect less loss than with simple methods alone. */
  ML_PAYS,
  /** Simple methods alone forecast: learned ones are not expected to do better. */
  USE_SIMPLE,
  /**
   * No method is expected to be worth more than a flat guess: plan by minimum and maximum stock,
   * see {@link PlanBy}.
   */
  DO_NOT_FORECAST;

  /** Returns whether a planner should order by the forecast. */
  public boolean usable() {
    return this != DO_NOT_FORECAST;
  }
}
