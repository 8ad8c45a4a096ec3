package org.demandwright.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port to the batch runtime; implemented in {@code batch.jberet} and found by CDI. */
public interface JobLauncher {

  /** Starts a job and returns the execution's id. */
  long start(String job, Map<String, String> parameters);

  /** Restarts a stopped or failed execution and returns the new execution's id. */
  long restart(long executionId);

  /** Asks an execution to stop at the end of its current chunk. */
  void stop(long executionId);

  Optional<JobRun> find(long executionId);

  /** Returns executions with an id below {@code before}, newest first. */
  List<JobRun> newest(long before, int limit);
}
