package org.demandwright.store.run;

/** How far is what somebody asked for. The name is what is stored and what REST says. */
public enum WorkStatus {
  /** Nobody works on it yet. */
  WAITING,
  /** A member works on it. */
  RUNNING,
  /** It can be taken. */
  READY,
  /** It came to nothing, and says why. */
  FAILED
}
