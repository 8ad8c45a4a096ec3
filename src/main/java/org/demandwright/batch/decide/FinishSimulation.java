package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.JudgeSimulation;
import org.demandwright.store.run.RunStatus;

/** Adds up a simulation, whose results can be read from then on. */
@Named
@Dependent
public class FinishSimulation extends AbstractBatchlet {
  private final JudgeSimulation run;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  FinishSimulation(JudgeSimulation run) {
    this.run = run;
  }

  @Override
  public String process() {
    run.finish(simulationId);
    return RunStatus.COMPLETED.name();
  }
}
