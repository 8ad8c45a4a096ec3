package org.demandwright.security;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether somebody is let in.
 *
 * @param caller who is let in, empty where nobody is
 * @param why they are not, {@link Why#NONE} where they are
 * @param retryAfter how long to wait before the next attempt, zero where there is no need
 */
record Admission(Optional<Caller> caller, Why why, Duration retryAfter) {
  /** Why somebody is not let in: what they are told. */
  enum Why {
    NONE,
    /** Unknown, wrong, locked, expired or retired: nobody is told which. */
    WRONG,
    /** Too many failures under this name or from this address. */
    SHUT,
    /** Too many passwords are being checked just now. */
    BUSY
  }

  static Admission of(Caller caller) {
    return new Admission(Optional.of(caller), Why.NONE, Duration.ZERO);
  }

  static Admission refused(Why why, Duration retryAfter) {
    return new Admission(Optional.empty(), why, retryAfter);
  }
}
