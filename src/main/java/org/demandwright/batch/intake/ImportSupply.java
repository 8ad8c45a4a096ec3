package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.intake.SupplyImport;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Reads stock and supply of the ERPs. A run that goes on begins it anew: it leaves no traces. */
@Named
@Dependent
public class ImportSupply extends AbstractBatchlet implements SupplyImport.Course {
  private final SupplyImport supply;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private volatile boolean stopped;

  @Inject
  ImportSupply(SupplyImport supply, RunStore runs, JobContext job, StepContext step) {
    this.supply = supply;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    runs.expect(job.getInstanceId(), step.getStepName(), 0, SupplyTable.values().length, "views");
    supply.replace(job.getInstanceId(), this);
    return (stopped ? RunStatus.STOPPED : RunStatus.COMPLETED).name();
  }

  @Override
  public void read(SupplyTable table) {
    runs.advance(job.getInstanceId(), step.getStepName(), 0, 1);
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
