package org.demandwright.batch.decide;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.demandwright.app.decide.ForecastPast;
import org.demandwright.store.run.RunStore;

/**
 * One partition per contest of the past with the weeks that follow it. None knows of another, so
 * that their order and the number of threads change nothing.
 */
@Named
@Dependent
public class PastContests implements PartitionMapper {
  private final ForecastPast run;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "simulationId")
  long simulationId;

  @Inject
  PastContests(ForecastPast run, RunStore runs, JobContext job, StepContext step) {
    this.run = run;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public PartitionPlan mapPartitions() {
    int rounds = run.contests(simulationId);
    Properties[] each = new Properties[rounds];
    for (int round = 0; round < rounds; round++) {
      each[round] = new Properties();
      each[round].setProperty("round", String.valueOf(round));
      runs.expect(job.getInstanceId(), step.getStepName(), round, 1, "contests");
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(rounds);
    plan.setThreads(Math.min(rounds, Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
    plan.setPartitionProperties(each);
    return plan;
  }
}
