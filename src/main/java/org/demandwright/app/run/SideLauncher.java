package org.demandwright.app.run;

import java.util.Map;

/**
 * Port to the batch runtime for jobs that run beside the pipeline, whoever has its lease: what must
 * not be done twice at a time they have leases of their own for. Implemented in {@code
 * batch.jberet} and found by CDI.
 */
public interface SideLauncher {

  /** Starts a job and returns the execution's id. */
  long startBeside(String job, Map<String, String> parameters);

  /**
   * Restarts a stopped, failed or orphaned execution and returns the new execution's id.
   *
   * @param job that it is one of
   */
  long restartBeside(String job, long executionId);

  /** Returns whether this job runs on this member now. */
  boolean busyBeside(String job);
}
