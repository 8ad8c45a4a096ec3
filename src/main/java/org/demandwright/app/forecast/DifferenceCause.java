package org.demandwright.app.forecast;

import org.demandwright.core.pipeline.ChangeCause;

/** Why a version says something else of a period, in the order in which it is found out. */
public enum DifferenceCause {
  RESTATED_HISTORY,
  CORRECTIONS,
  CALENDAR,
  PRICES,
  SIGNALS,
  NEW_ACTUALS,
  MODELS,
  /** What lifecycle links bring from another item or take to one. */
  LINKS,
  /** What people put over the forecast. */
  OVERRIDE,
  /** In how far the forecasts that were made again are not those that were published. */
  UNREPRODUCED;

  static DifferenceCause of(ChangeCause cause) {
    return valueOf(cause.name());
  }
}
