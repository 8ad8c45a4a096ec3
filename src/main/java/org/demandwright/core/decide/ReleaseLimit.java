package org.demandwright.core.decide;

/** What keeps a suggestion for people. The name is what is stored and what REST says. */
public enum ReleaseLimit {
  /** No rule is about it. */
  NO_RULE,
  /** More units than the rule allows. */
  QUANTITY,
  /** More money than the rule allows, or it is not known how much. */
  MONEY,
  /** Much more than was ordered before, or nothing was. */
  CHANGE,
  /** Planned by a rate and not by the forecast. */
  PLANNED_BY_RATE,
  /** Stock is not likely enough to run out without it. */
  RISK,
  /** The stock may have to last beyond the forecast's horizon. */
  HORIZON,
  /** Late where the rule is for what is in time, or the other way round. */
  LATENESS,
  /** What is bought has no price that is known. */
  PRICE,
  /** There is no rate of its currency. */
  RATE,
  /** What is left of the order that it belongs to is worth less than its vendor takes. */
  VENDOR_MINIMUM,
  /** All for its vendor is worth more than may be ordered without a person. */
  FOUR_EYES,
  /** The money of the day is spent. */
  DAILY_CAP,
  /** A rule released it before, and somebody took that back. */
  TAKEN_BACK;

  /** Returns whether it is about more than the one suggestion. */
  public boolean isSummed() {
    return this == VENDOR_MINIMUM || this == FOUR_EYES || this == DAILY_CAP;
  }
}
