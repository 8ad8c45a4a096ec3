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
import org.demandwright.app.decide.ItemPlaces;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.run.RunStore;

/** Reads the items of which a decision is to be made, by their numbers, each with its sites. */
@Named
@Dependent
public class ItemReader extends PagedSeriesReader<ItemPlaces> {
  private static final int PAGE = 200;

  private final DecideStock decide;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private List<ItemPlaces> items;

  @Inject
  ItemReader(DecideStock decide, RunStore runs, JobContext job, StepContext step) {
    this.decide = decide;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    DecisionBasis basis = decide.basis(job.getExecutionId(), job.getInstanceId());
    step.setTransientUserData(basis);
    items = basis.items();
    begin(checkpoint, 0);
    runs.expect(
        job.getInstanceId(), step.getStepName(), 0, basis.places().size(), "items at sites");
  }

  @Override
  protected List<ItemPlaces> pageAfter(long number) {
    return items.stream().filter(item -> item.number() > number).limit(PAGE).toList();
  }

  @Override
  protected long seriesOf(ItemPlaces item) {
    return item.number();
  }
}
