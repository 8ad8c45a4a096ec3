package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts, watches, stops and restarts batch jobs. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class JobControl {

  /** Returns the jobs that can be started, the nightly one first. */
  public List<JobDescription> jobs() {
    throw new UnsupportedOperationException("lead");
  }

  /** Starts a job; refused while another run of the pipeline is under way. */
  public JobRun start(String job, Map<String, String> parameters, String by) {
    throw new UnsupportedOperationException("lead");
  }

  public JobRun stop(long executionId) {
    throw new UnsupportedOperationException("lead");
  }

  public JobRun restart(long executionId) {
    throw new UnsupportedOperationException("lead");
  }

  public Optional<JobRun> find(long executionId) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns runs, newest first. */
  public Page<JobRun> runs(Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException("lead");
  }
}
