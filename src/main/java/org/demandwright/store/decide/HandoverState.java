package org.demandwright.store.decide;

/** What became of something that was handed over to the ERP. */
public enum HandoverState {
  /** Nobody has said that the ERP has it. */
  WAITING,
  /** The ERP has it. */
  TAKEN,
  /** The ERP does not take it. */
  REFUSED,
  /** Its acceptance was taken back before the ERP had it. */
  WITHDRAWN
}
