package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.RunSimulation;
import org.demandwright.store.run.RunStatus;

/** Adds up a simulation, whose results can be read from then on. */
@Named
@Dependent
public class FinishSimulation extends AbstractBatchlet {
  private final RunSimulation run;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  FinishSimulation(RunSimulation run) {
    this.run = run;
  }

  @Override
  public String process() {
    run.finish(simulationId);
    return RunStatus.COMPLETED.name();
  }
}
