package org.demandwright.app.run;

import java.util.Map;

/** Port to the batch runtime; implemented in {@code batch.jberet} and found by CDI. */
public interface JobLauncher {

  /** Starts a job and returns the execution's id. */
  long start(String job, Map<String, String> parameters);

  /** Restarts a stopped, failed or orphaned execution and returns the new execution's id. */
  long restart(long executionId);

  /** Asks an execution to stop at the end of its current chunk. */
  void stop(long executionId);

  /** Gives up an execution that has ended: nothing goes on with it any more. */
  void abandon(long executionId);

  /** Returns whether a job runs on this member now. */
  boolean busy();
}
