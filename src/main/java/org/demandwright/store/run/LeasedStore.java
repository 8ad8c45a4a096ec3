package org.demandwright.store.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what members work on beside the pipeline. Each change commits by itself. */
public interface LeasedStore<T extends Leased> {
  Optional<T> find(long number);

  /** Returns what has not ended, the oldest first. */
  List<T> unfinished();

  /**
   * Makes a member the one that works on it, if it stands as it was seen: of several members that
   * try at once, one succeeds.
   */
  boolean claim(T seen, String owner, Instant until);

  /** Says that a member still works on it; returns whether it is still the one to do so. */
  boolean renew(long number, String owner, Instant until);

  /** Puts back what could not be begun. */
  void putBack(long number, String owner);
}
