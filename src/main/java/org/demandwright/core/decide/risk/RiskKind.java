package org.demandwright.core.decide.risk;

/** What may go wrong with the stock of an item at a site. */
public enum RiskKind {
  /** Stock runs out before what is ordered today can be there. */
  STOCK_OUT,
  /** More is there and on its way than is sold in a long time. */
  OVERSTOCK,
  /** A lot is not sold before it expires. */
  EXPIRY,
  /** A vendor delivers an open order later than promised. */
  SUPPLIER_LATE,
  /** Demand goes at another level than it went. */
  DEMAND_BREAK,
  /** What was forecast lies on the same side of what came again and again. */
  FORECAST_DRIFT,
  /** One customer makes much of the demand. */
  CONCENTRATION
}
