package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.store.run.RunStore;

/**
 * The right to run the pipeline, of which there is one for all members: a lease in the database
 * that its owner renews while it runs. A lease that is not renewed runs out, and one whose owner
 * was a process of this machine that is gone has run out at once.
 */
@ApplicationScoped
public class RunLease {
  /** How long a lease holds without being renewed. */
  public static final Duration LENGTH = Duration.ofSeconds(30);

  private final RunStore runs;
  private final Clock clock;
  private final String me;
  private volatile Optional<Long> running = Optional.empty();
  private volatile boolean closing;

  @Inject
  RunLease(RunStore runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
    this.me = Member.name();
  }

  RunLease() {
    this(null, null);
  }

  /** Takes the lease, or refuses with the name of the run that has it. */
  public synchronized void claim() {
    if (closing) {
      throw Refused.unavailable(
          "This server is closing and starts no run; start it again when the server is back.",
          Unavailable.SOON);
    }
    releaseIfOver();
    RunStore.Lease lease = runs.lease();
    if (lease.owner().isPresent() && !dead(lease)) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          lease.executionId().map(id -> "Execution " + id).orElse("Another run")
              + " is under way on "
              + lease.owner().get().split("/")[0]
              + ". Wait for its end, or stop it first.");
    }
    if (!runs.claim(lease.owner(), me, LENGTH, clock.now())) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Another run was started in this moment. Wait for its end.");
    }
  }

  /**
   * Gives the lease back when the run that it was for has ended: the listener that does so at a
   * job's end is not called for a run that was stopped before it began.
   */
  private void releaseIfOver() {
    if (running.flatMap(runs::execution).filter(RunStore.Execution::ended).isPresent()) {
      release();
    }
  }

  /** Notes which execution the lease is for, unless that has ended and given it back already. */
  public synchronized void holdFor(long executionId) {
    running = Optional.of(executionId).filter(id -> runs.leaseFor(me, id));
  }

  /** Prolongs the lease; returns false if another member took it over. */
  public boolean renew() {
    return runs.renew(me, LENGTH, clock.now());
  }

  /**
   * Gives the lease back, unless the server is closing: a run that ends because its server does is
   * left behind for the next start.
   */
  public synchronized void release() {
    running = Optional.empty();
    if (!closing) {
      runs.release(me);
    }
  }

  /** Says that this server is closing. */
  public void close() {
    closing = true;
  }

  public boolean isClosing() {
    return closing;
  }

  /** Returns the execution of a member that is gone, whose lease was never given back. */
  public Optional<Long> leftBehind() {
    RunStore.Lease lease = runs.lease();
    return lease.owner().isPresent() && dead(lease) ? lease.executionId() : Optional.empty();
  }

  /** Returns the execution that this member runs. */
  public Optional<Long> running() {
    return running;
  }

  /** Returns whether a living member runs the pipeline. */
  public boolean alive() {
    RunStore.Lease lease = runs.lease();
    return lease.owner().isPresent() && !dead(lease);
  }

  private boolean dead(RunStore.Lease lease) {
    boolean expired = lease.expiresAt().map(t -> t.isBefore(clock.now())).orElse(true);
    return expired || Member.isGone(lease.owner().orElse(""));
  }
}
