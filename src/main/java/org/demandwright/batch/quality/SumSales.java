package org.demandwright.batch.quality;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.quality.SalesSumming;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Brings the sums of sales up to date with the lines that the import changed. */
@Named
@Dependent
public class SumSales extends AbstractBatchlet {
  private final SalesSumming sums;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private volatile boolean stopped;

  @Inject
  SumSales(SalesSumming sums, RunStore runs, JobContext job, StepContext step) {
    this.sums = sums;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    long run = job.getInstanceId();
    runs.expect(run, step.getStepName(), 0, sums.outstanding(), "quarters");
    sums.bringUpToDate(() -> stopped, n -> runs.advance(run, step.getStepName(), 0, n));
    return (stopped ? RunStatus.STOPPED : RunStatus.COMPLETED).name();
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
