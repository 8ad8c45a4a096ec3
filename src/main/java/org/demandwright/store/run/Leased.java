package org.demandwright.store.run;

import java.time.Instant;
import java.util.Optional;

/** What one member at a time works on, as long as it says so again before its lease ends. */
public interface Leased {
  long number();

  WorkStatus status();

  /** Returns the member that works on it. */
  Optional<String> owner();

  /** Returns until when it does, unless it says so again. */
  Optional<Instant> leaseUntil();

  /** Returns the newest execution that worked on it. */
  Optional<Long> executionId();
}
