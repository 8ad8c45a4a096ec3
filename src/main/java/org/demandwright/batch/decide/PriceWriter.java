package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.decide.ItemPlaces;
import org.demandwright.app.decide.LearnPrices;
import org.demandwright.app.decide.PriceSweep;
import org.demandwright.store.run.RunStore;

/** Learns what items tell of their prices by themselves and writes it, a chunk a transaction. */
@Named
@Dependent
public class PriceWriter extends AbstractItemWriter {
  private final LearnPrices prices;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  PriceWriter(LearnPrices prices, RunStore runs, JobContext job, StepContext step) {
    this.prices = prices;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> chunk) {
    List<ItemPlaces> items = chunk.stream().map(ItemPlaces.class::cast).toList();
    prices.learn((PriceSweep) step.getTransientUserData(), items);
    int places = items.stream().mapToInt(item -> item.places().size()).sum();
    runs.advance(job.getInstanceId(), step.getStepName(), 0, places);
  }
}
