package org.demandwright.batch.decide;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.Place;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.run.RunStore;

/** Reads the items at sites of which a decision is to be made, by their numbers. */
@Named
@Dependent
public class PlaceReader extends PagedSeriesReader<Place> {
  private static final int PAGE = 500;

  private final DecideStock decide;
  private final DecisionStore decisions;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private List<Place> places;

  @Inject
  PlaceReader(
      DecideStock decide,
      DecisionStore decisions,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.decide = decide;
    this.decisions = decisions;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    DecisionBasis basis = decide.basis(decisions.ofInstance(job.getInstanceId()).orElseThrow());
    step.setTransientUserData(basis);
    places = basis.places();
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
