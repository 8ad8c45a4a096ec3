package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.ForecastPast;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Makes the versions of a contest of the past and of the weeks that follow it; what is made of it
 * already stays.
 */
@Named
@Dependent
public class ForecastThePast extends AbstractBatchlet {
  private final ForecastPast run;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private volatile boolean stopped;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  @BatchProperty(name = "round")
  int round;

  @Inject
  ForecastThePast(ForecastPast run, RunStore runs, JobContext job, StepContext step) {
    this.run = run;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    boolean whole = run.forecast(simulationId, job.getExecutionId(), round, () -> stopped);
    if (whole) {
      runs.advance(job.getInstanceId(), step.getStepName(), round, 1);
    }
    return (whole ? RunStatus.COMPLETED : RunStatus.STOPPED).name();
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
