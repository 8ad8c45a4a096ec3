package org.demandwright.store.forecast;

/** Where a version stands. The name is what is stored and what REST says. */
public enum VersionStatus {
  /** Its run is under way, or broke off. */
  BUILDING,
  /** Finished, and not shown to readers: its run was told otherwise than its plan. */
  DRAFT,
  /** Finished, and not shown to readers: a gate objects. */
  HELD,
  /** Finished, and about to be shown. */
  READY,
  /** What readers see. */
  PUBLISHED,
  /** Readers saw it until another one was shown. */
  SUPERSEDED,
  /** Readers saw it until somebody went back from it. */
  ROLLED_BACK
}
