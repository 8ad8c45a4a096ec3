package org.demandwright.batch.quality;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.quality.EraseCustomers;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Erases the customers that are to be erased; what was done before a kill stays done. */
@Named
@Dependent
public class EraseOutstanding extends AbstractBatchlet {
  private final EraseCustomers customers;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  EraseOutstanding(EraseCustomers customers, RunStore runs, JobContext job, StepContext step) {
    this.customers = customers;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    runs.advance(job.getInstanceId(), step.getStepName(), 0, customers.carryOut());
    return RunStatus.COMPLETED.name();
  }
}
