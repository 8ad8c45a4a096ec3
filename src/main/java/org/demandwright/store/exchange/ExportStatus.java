package org.demandwright.store.exchange;

/** Where an export stands. The name is what is stored and what REST says. */
public enum ExportStatus {
  /** Nobody writes it yet. */
  WAITING,
  /** A member writes it. */
  RUNNING,
  /** It can be taken. */
  READY,
  /** It came to nothing; it says why. */
  FAILED
}
