package org.demandwright.store.decide;

/** How far a simulation is. */
public enum SimulationStatus {
  /** Nobody works on it yet. */
  WAITING,
  /** It is worked on. */
  RUNNING,
  /** Its results can be read. */
  READY,
  /** It came to nothing, and says why. */
  FAILED
}
