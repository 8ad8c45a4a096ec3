package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.run.RunStatus;

/** Closes a decision: from now on readers see it. */
@Named
@Dependent
public class CloseDecision extends AbstractBatchlet {
  private final DecideStock decide;
  private final DecisionStore decisions;
  private final JobContext job;

  @Inject
  CloseDecision(DecideStock decide, DecisionStore decisions, JobContext job) {
    this.decide = decide;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public String process() {
    decide.finish(decisions.ofInstance(job.getInstanceId()).orElseThrow());
    return RunStatus.COMPLETED.name();
  }
}
