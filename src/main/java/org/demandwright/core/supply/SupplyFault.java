package org.demandwright.core.supply;

/** Why a row of stock or supply is kept apart and not used. */
public enum SupplyFault {
  /** A value without which the row says nothing is missing. */
  MISSING,
  /** A text is longer than the contract allows. */
  TOO_LONG,
  /** An amount below 0 where none can be. */
  NEGATIVE,
  /** An amount that must be more than 0. */
  NOT_POSITIVE,
  /** An amount beyond all goods. */
  TOO_LARGE,
  /** A day before 1900 or after 2199. */
  IMPLAUSIBLE_DAY,
  /** A day to come of something that has happened. */
  DAY_TO_COME,
  /** An item that the master data do not know. */
  UNKNOWN_ITEM,
  /** A site that the master data do not know. */
  UNKNOWN_SITE,
  /** No code of three letters. */
  NO_CURRENCY,
  /** Something else than the digits 1 to 7. */
  NO_WEEKDAYS,
  /** It ends before it begins. */
  ENDS_BEFORE_BEGIN,
  /** Received before it was ordered. */
  RECEIVED_BEFORE_ORDERED,
  /** A row came before that says the same key. */
  REPEATED,
  /** An earlier source tells the same. */
  TOLD_BEFORE
}
