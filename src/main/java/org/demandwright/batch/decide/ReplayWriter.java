package org.demandwright.batch.decide;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.decide.Place;
import org.demandwright.app.decide.ReplayPlaces;
import org.demandwright.store.run.RunStore;

/** Replays items at sites under each way of ordering, and writes what came of it. */
@Named
@Dependent
public class ReplayWriter extends AbstractItemWriter {
  private final ReplayPlaces run;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  ReplayWriter(ReplayPlaces run, RunStore runs, JobContext job, StepContext step) {
    this.run = run;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    List<Place> places = items.stream().map(Place.class::cast).toList();
    run.replay(simulationId, job.getExecutionId(), places);
    runs.advance(job.getInstanceId(), step.getStepName(), 0, places.size());
  }
}
