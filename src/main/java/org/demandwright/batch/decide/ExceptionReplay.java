package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.ReplayExceptions;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.run.RunStatus;

/** Replays the past where that is due, so that exceptions are said as often right as is asked. */
@Named
@Dependent
public class ExceptionReplay extends AbstractBatchlet {
  private static final String NOT_DUE = "NOT_DUE";

  private final DecideStock decide;
  private final ReplayExceptions exceptions;
  private final DecisionStore decisions;
  private final JobContext job;

  @Inject
  ExceptionReplay(
      DecideStock decide, ReplayExceptions exceptions, DecisionStore decisions, JobContext job) {
    this.decide = decide;
    this.exceptions = exceptions;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public String process() {
    Decision decision = decisions.ofInstance(job.getInstanceId()).orElseThrow();
    if (!exceptions.isDue(decision)) {
      return NOT_DUE;
    }
    exceptions.replay(decide.basis(job.getExecutionId(), job.getInstanceId()));
    return RunStatus.COMPLETED.name();
  }
}
