package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.LearnPromotions;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.run.RunStatus;

/** Learns what promotions do where that is due. */
@Named
@Dependent
public class PromotionLearning extends AbstractBatchlet {
  private static final String NOT_DUE = "NOT_DUE";

  private final DecideStock decide;
  private final LearnPromotions promotions;
  private final DecisionStore decisions;
  private final JobContext job;

  @Inject
  PromotionLearning(
      DecideStock decide, LearnPromotions promotions, DecisionStore decisions, JobContext job) {
    this.decide = decide;
    this.promotions = promotions;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public String process() {
    Decision decision = decisions.ofInstance(job.getInstanceId()).orElseThrow();
    if (!promotions.isDue(decision)) {
      return NOT_DUE;
    }
    promotions.learn(decide.basis(job.getExecutionId(), job.getInstanceId()));
    return RunStatus.COMPLETED.name();
  }
}
