package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.ItemPlaces;
import org.demandwright.store.run.RunStore;

/** Plans the stock of items at sites and writes it, a chunk a transaction. */
@Named
@Dependent
public class StockPlanWriter extends AbstractItemWriter {
  private final DecideStock decide;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  StockPlanWriter(DecideStock decide, RunStore runs, JobContext job, StepContext step) {
    this.decide = decide;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> chunk) {
    List<ItemPlaces> items = chunk.stream().map(ItemPlaces.class::cast).toList();
    decide.plan((DecisionBasis) step.getTransientUserData(), items);
    int places = items.stream().mapToInt(item -> item.places().size()).sum();
    runs.advance(job.getInstanceId(), step.getStepName(), 0, places);
  }
}
