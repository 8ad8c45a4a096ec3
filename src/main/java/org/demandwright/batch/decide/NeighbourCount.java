package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.FindNeighbours;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.run.RunStatus;

/** Counts which items are bought together, where that is due. */
@Named
@Dependent
public class NeighbourCount extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(NeighbourCount.class.getName());
  private static final String NOT_DUE = "NOT_DUE";

  private final FindNeighbours neighbours;
  private final DecisionStore decisions;
  private final JobContext job;

  @Inject
  NeighbourCount(FindNeighbours neighbours, DecisionStore decisions, JobContext job) {
    this.neighbours = neighbours;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public String process() {
    LocalDate asOf = decisions.ofInstance(job.getInstanceId()).orElseThrow().asOf();
    if (!neighbours.isDue(asOf)) {
      return NOT_DUE;
    }
    String counted = Wordbook.english().say(neighbours.find(asOf));
    LOG.log(Level.INFO, "Execution {0}: {1}", job.getExecutionId(), counted);
    return RunStatus.COMPLETED.name();
  }
}
