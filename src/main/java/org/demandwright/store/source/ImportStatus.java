package org.demandwright.store.source;

/** How far the import of a file is. */
public enum ImportStatus {
  WAITING,
  RUNNING,
  /** It was read to its end, and loaded unless it was a trial. */
  DONE,
  /** Nothing was loaded. */
  FAILED
}
