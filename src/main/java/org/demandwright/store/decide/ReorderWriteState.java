package org.demandwright.store.decide;

/** What became of levels that were to be written into a rule of the ERP. */
public enum ReorderWriteState {
  /** It was begun, and is not known yet. */
  WRITING,
  /** The rule has them. */
  WRITTEN,
  /** The rule was changed by others before; nothing was written. */
  NOT_WRITTEN,
  /** The old ones were put back. */
  TAKEN_BACK
}
