package org.demandwright.core.plan;

/** Why somebody knows better than the forecast; a note says more. */
public enum OverrideReason {
  /** A promotion, or its end. */
  PROMOTION,
  /** Another price. */
  PRICE,
  /** A customer won, or an order that is known to come. */
  NEW_BUSINESS,
  /** A customer or a listing lost. */
  LOST_BUSINESS,
  /** A fair, a holiday, the weather: something that happens on these days. */
  EVENT,
  /** An item begins, ends or replaces another one. */
  LIFECYCLE,
  /** There will be less to sell than would be demanded. */
  SUPPLY,
  /** What competitors do, or the market as a whole. */
  MARKET,
  /** The history behind the forecast is wrong. */
  DATA,
  /** A target that was agreed. */
  AGREED_PLAN,
  /** None of these: the note has to say what. */
  OTHER
}
