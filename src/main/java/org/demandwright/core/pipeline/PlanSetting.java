package org.demandwright.core.pipeline;

import java.util.Locale;

/** What a plan settles about the forecasts of its versions. */
public enum PlanSetting {
  /** Width of a period. */
  BUCKET,
  /** Number of periods. */
  HORIZON,
  /** What forecasts are to be good at. */
  OBJECTIVE,
  /** The contestants. */
  MODELS;

  /** Returns the name of the job parameter of the same meaning. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
