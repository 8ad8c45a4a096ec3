package org.demandwright.core.pipeline;

/**
 * What may make the forecast of a period another one, in the order in which inputs are swapped: by
 * the order in which a run meets them, what people did behind what was booked.
 */
public enum ChangeCause {
  /** What was sold, and could be bought, in periods that both know. */
  RESTATED_HISTORY,
  /** What people laid over these periods. */
  CORRECTIONS,
  /** Holidays and events, and the category of the item, which says which of them concern it. */
  CALENDAR,
  /** Prices and promotions. */
  PRICES,
  /** Page views, an index of the market and the like. */
  SIGNALS,
  /** The periods that came to be known in between; the period lies less far ahead. */
  NEW_ACTUALS,
  /** Settings, what was learned over all series, the models chosen for this one, their weights. */
  MODELS
}
