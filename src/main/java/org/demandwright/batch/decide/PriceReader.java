package org.demandwright.batch.decide;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.ItemPlaces;
import org.demandwright.app.decide.LearnPrices;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.run.RunStore;

/** Reads the items of which prices are to be learned; none where that is not due. */
@Named
@Dependent
public class PriceReader extends PagedSeriesReader<ItemPlaces> {
  private static final int PAGE = 200;

  private final DecideStock decide;
  private final LearnPrices prices;
  private final DecisionStore decisions;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private List<ItemPlaces> items = List.of();

  @Inject
  PriceReader(
      DecideStock decide,
      LearnPrices prices,
      DecisionStore decisions,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.decide = decide;
    this.prices = prices;
    this.decisions = decisions;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    Optional<Lesson> lesson =
        prices.begin(decisions.ofInstance(job.getInstanceId()).orElseThrow(), job.getInstanceId());
    begin(checkpoint, 0);
    if (lesson.isPresent()) {
      DecisionBasis basis = decide.basis(job.getExecutionId(), job.getInstanceId());
      step.setTransientUserData(prices.sweep(basis, lesson.get()));
      items = basis.items();
    }
    runs.expect(
        job.getInstanceId(),
        step.getStepName(),
        0,
        items.stream().mapToInt(item -> item.places().size()).sum(),
        "items at sites");
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
