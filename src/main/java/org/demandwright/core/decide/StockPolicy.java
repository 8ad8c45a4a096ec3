package org.demandwright.core.decide;

/** When is ordered, and how much. In brackets as textbooks write it. */
public enum StockPolicy {
  /** (R, S): at each review up to S. */
  ORDER_UP_TO,
  /** (s, S), min/max: once the position is at s or below, up to S. */
  REORDER_POINT_ORDER_UP_TO,
  /** (s, nQ): once the position is at s or below, as many lots of Q as lift it above s. */
  REORDER_POINT_LOTS
}
