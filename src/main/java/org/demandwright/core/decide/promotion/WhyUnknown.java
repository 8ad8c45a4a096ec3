package org.demandwright.core.decide.promotion;

/** Why it cannot be known what a promotion does. */
public enum WhyUnknown {
  /** The item never was on promotion before. */
  NO_PROMOTION,
  /** It is on promotion more often than not: nothing tells what it would sell without. */
  ALWAYS_ON,
  /** Its list price moved with each promotion: which of both it was cannot be told. */
  PRICE_MOVED,
  /** Nothing was there on most days of its promotions. */
  STOCK_OUT,
  /** Too few days of promotions, or without one around them, are known. */
  TOO_FEW_DAYS,
  /** So little is sold that luck is larger than any effect. */
  TOO_LITTLE_SOLD
}
