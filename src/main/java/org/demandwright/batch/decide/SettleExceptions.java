package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.FindExceptions;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.run.RunStatus;

/** Closes exceptions that are gone. */
@Named
@Dependent
public class SettleExceptions extends AbstractBatchlet {
  private final FindExceptions exceptions;
  private final DecisionStore decisions;
  private final JobContext job;

  @Inject
  SettleExceptions(FindExceptions exceptions, DecisionStore decisions, JobContext job) {
    this.exceptions = exceptions;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public String process() {
    exceptions.settle(decisions.ofInstance(job.getInstanceId()).orElseThrow());
    return RunStatus.COMPLETED.name();
  }
}
