package org.demandwright.batch.decide;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.decide.Place;
import org.demandwright.app.decide.ReplayPlaces;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.run.RunStore;

/** Reads the items at sites that are replayed, by their numbers. */
@Named
@Dependent
public class SimulatedPlaces extends PagedSeriesReader<Place> {
  private static final int PAGE = 200;

  private final ReplayPlaces run;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  private List<Place> places;

  @Inject
  SimulatedPlaces(ReplayPlaces run, RunStore runs, JobContext job, StepContext step) {
    this.run = run;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    places = run.places(simulationId, job.getExecutionId());
    begin(checkpoint, 0);
    runs.expect(job.getInstanceId(), step.getStepName(), 0, places.size(), "items at sites");
  }

  @Override
  protected List<Place> pageAfter(long number) {
    return places.stream().filter(place -> place.number() > number).limit(PAGE).toList();
  }

  @Override
  protected long seriesOf(Place place) {
    return place.number();
  }
}
