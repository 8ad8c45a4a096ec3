package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.FindExceptions;
import org.demandwright.app.decide.ItemPlaces;
import org.demandwright.app.decide.Place;
import org.demandwright.store.run.RunStore;

/** Finds what may go wrong with items at sites and writes it, a chunk a transaction. */
@Named
@Dependent
public class ExceptionWriter extends AbstractItemWriter {
  private final FindExceptions exceptions;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private FindExceptions.Sweep sweep;

  @Inject
  ExceptionWriter(FindExceptions exceptions, RunStore runs, JobContext job, StepContext step) {
    this.exceptions = exceptions;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    sweep = null;
  }

  @Override
  public void writeItems(List<Object> items) {
    if (sweep == null) {
      sweep = exceptions.sweep((DecisionBasis) step.getTransientUserData());
    }
    List<Place> places =
        items.stream().flatMap(item -> ((ItemPlaces) item).places().stream()).toList();
    exceptions.find(sweep, places);
    runs.advance(job.getInstanceId(), step.getStepName(), 0, places.size());
  }
}
