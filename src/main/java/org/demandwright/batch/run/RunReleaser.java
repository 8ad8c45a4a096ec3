package org.demandwright.batch.run;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.run.RunLease;

/** Gives the pipeline's lease back when a job ends, good or bad. */
@Named
@Dependent
public class RunReleaser extends AbstractJobListener {
  private final RunLease lease;

  @Inject
  RunReleaser(RunLease lease) {
    this.lease = lease;
  }

  @Override
  public void afterJob() {
    lease.release();
  }
}
