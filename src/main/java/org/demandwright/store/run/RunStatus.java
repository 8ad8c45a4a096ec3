package org.demandwright.store.run;

/**
 * Where a run, or a step of it, stands: the batch statuses of Jakarta Batch. The name is what the
 * job repository holds and what REST says.
 */
public enum RunStatus {
  STARTING,
  STARTED,
  STOPPING,
  STOPPED,
  FAILED,
  COMPLETED,
  ABANDONED;

  /** Returns whether it has come to an end, good or bad. */
  public boolean ended() {
    return switch (this) {
      case STOPPED, FAILED, COMPLETED, ABANDONED -> true;
      case STARTING, STARTED, STOPPING -> false;
    };
  }

  /** Returns whether it broke off and may go on by a restart. */
  public boolean broken() {
    return this == FAILED || this == STOPPED;
  }

  /** Returns whether it can be asked to stop. */
  public boolean stoppable() {
    return this == STARTING || this == STARTED;
  }
}
