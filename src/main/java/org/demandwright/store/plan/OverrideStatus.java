package org.demandwright.store.plan;

/** Where an override stands. The name is what is stored and what REST says. */
public enum OverrideStatus {
  /** Entered; nobody has agreed to it. */
  DRAFT,
  /** Agreed to, and not published. */
  APPROVED,
  /** It counts: in the version that readers see, and in each that comes. */
  PUBLISHED,
  /** It counted up to its last day. */
  EXPIRED,
  /** It counted until somebody took it back. */
  WITHDRAWN,
  /** Somebody decided against it before it was published. */
  REJECTED
}
