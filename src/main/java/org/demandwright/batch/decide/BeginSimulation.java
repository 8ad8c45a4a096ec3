package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.SampleSimulation;
import org.demandwright.store.run.RunStatus;

/** Finds what a simulation is about and by which terms it is replayed. */
@Named
@Dependent
public class BeginSimulation extends AbstractBatchlet {
  private final SampleSimulation run;
  private final JobContext job;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  BeginSimulation(SampleSimulation run, JobContext job) {
    this.run = run;
    this.job = job;
  }

  @Override
  public String process() {
    run.begin(simulationId, job.getExecutionId());
    return RunStatus.COMPLETED.name();
  }
}
