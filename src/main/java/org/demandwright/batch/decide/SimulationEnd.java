package org.demandwright.batch.decide;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.SimulationRuns;

/** Tells whoever asked for a simulation that it came to nothing, and why. */
@Named
@Dependent
public class SimulationEnd extends AbstractJobListener {
  private final SimulationRuns simulations;
  private final JobContext job;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  SimulationEnd(SimulationRuns simulations, JobContext job) {
    this.simulations = simulations;
    this.job = job;
  }

  @Override
  public void afterJob() {
    if (job.getBatchStatus() != BatchStatus.COMPLETED) {
      simulations.failed(simulationId, job.getExecutionId());
    }
  }
}
