package org.demandwright.core.decide;

/** What a suggestion asks to be done. */
public enum SuggestionKind {
  /** Order it from a vendor. */
  BUY,
  /** Send it from another site. */
  TRANSFER,
  /** What is ordered is needed sooner. */
  EXPEDITE,
  /** What is ordered is not needed so soon. */
  POSTPONE,
  /** What is ordered is not needed. */
  CANCEL;

  /** Returns whether it is about an order that is on its way. */
  public boolean moves() {
    return this == EXPEDITE || this == POSTPONE || this == CANCEL;
  }
}
