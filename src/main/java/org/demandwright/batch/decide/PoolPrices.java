package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.demandwright.app.decide.LearnPrices;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.run.RunStatus;

/** Draws what items tell of their prices to their categories, where it was learned anew. */
@Named
@Dependent
public class PoolPrices extends AbstractBatchlet {
  private static final String NOT_DUE = "NOT_DUE";

  private final LearnPrices learn;
  private final PriceResponseStore prices;
  private final JobContext job;

  @Inject
  PoolPrices(LearnPrices learn, PriceResponseStore prices, JobContext job) {
    this.learn = learn;
    this.prices = prices;
    this.job = job;
  }

  @Override
  public String process() {
    Optional<Lesson> lesson = prices.ofInstance(job.getInstanceId());
    if (lesson.isEmpty()) {
      return NOT_DUE;
    }
    learn.pool(lesson.get());
    return RunStatus.COMPLETED.name();
  }
}
