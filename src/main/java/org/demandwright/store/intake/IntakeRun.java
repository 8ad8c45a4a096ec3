package org.demandwright.store.intake;

import java.time.Instant;
import java.util.Objects;

/**
 * One run of the import, as far as rows remember it.
 *
 * @param instanceId the job instance
 * @param source as lines carry it where they come from
 * @param knownAt the instant from which on everything that this run brings is known
 * @param intoEmpty whether the store held no line when the run began: a first load
 */
public record IntakeRun(long instanceId, String source, Instant knownAt, boolean intoEmpty) {
  public IntakeRun {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(knownAt, "knownAt");
  }

  /** Returns the run as it reads another source. */
  public IntakeRun of(String other) {
    return new IntakeRun(instanceId, other, knownAt, intoEmpty);
  }
}
