package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.demandwright.app.Clock;
import org.demandwright.app.decide.FindNeighbours;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Counts which items are bought together, where that is due. */
@Named
@Dependent
public class NeighbourCount extends AbstractBatchlet {
  private static final String NOT_DUE = "NOT_DUE";

  private final FindNeighbours neighbours;
  private final DecisionStore decisions;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  NeighbourCount(
      FindNeighbours neighbours,
      DecisionStore decisions,
      RunStore runs,
      JobContext job,
      StepContext step,
      Clock clock) {
    this.neighbours = neighbours;
    this.decisions = decisions;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String process() {
    LocalDate asOf = decisions.ofInstance(job.getInstanceId()).orElseThrow().asOf();
    if (!neighbours.isDue(asOf)) {
      return NOT_DUE;
    }
    runs.message(job.getExecutionId(), step.getStepName(), neighbours.find(asOf), clock.now());
    return RunStatus.COMPLETED.name();
  }
}
