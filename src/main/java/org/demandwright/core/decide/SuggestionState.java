package org.demandwright.core.decide;

/** Where a suggestion stands. The name is what is stored and what REST says. */
public enum SuggestionState {
  /** Nobody has answered, or the answer was taken back. */
  OPEN,
  /** It is to be shown again on a day; from that day on it is open by itself. */
  SNOOZED,
  /** It is going to be ordered, and counts as on its way until the ERP has the order. */
  ACCEPTED,
  /** It is not going to be ordered. */
  REJECTED,
  /** It was accepted, and the ERP has the order. */
  ORDERED,
  /**
   * It was accepted, and the ERP had no such order by the day on which it should have arrived: it
   * counts no longer.
   */
  LAPSED
}
