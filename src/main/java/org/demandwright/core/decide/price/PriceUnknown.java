package org.demandwright.core.decide.price;

/** Why it cannot be known how demand of an item answers its price. */
public enum PriceUnknown {
  /** No price of it is told, or none at this site that held for a week. */
  NO_PRICE,
  /** Too little of it was sold, or for too short a time. */
  TOO_LITTLE_DEMAND,
  /** Its price never changed. */
  NO_VARIATION,
  /** Its price changed on days of promotions only, so that both cannot be told apart. */
  WITH_PROMOTION,
  /** It had too few different prices, or too few changes. */
  TOO_FEW_PRICES,
  /** Its own prices say so little that any answer would be that of its category, or none at all. */
  TOO_UNCERTAIN,
  /** More was sold the dearer it was, which no answer to price is. */
  WRONG_SIGN
}
