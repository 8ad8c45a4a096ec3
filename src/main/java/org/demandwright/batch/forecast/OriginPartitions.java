package org.demandwright.batch.forecast;

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
import org.demandwright.store.run.RunStore;

/** One partition per forecast origin: the final one and those of the backtest. */
@Named
@Dependent
public class OriginPartitions implements PartitionMapper {
  private final VersionAtWork work;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "partitions")
  int threads;

  @Inject
  OriginPartitions(VersionAtWork work, RunStore runs, JobContext job, StepContext step) {
    this.work = work;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public PartitionPlan mapPartitions() {
    int origins = work.version().recipe().origins() + 1;
    Properties[] each = new Properties[origins];
    for (int origin = 0; origin < origins; origin++) {
      each[origin] = new Properties();
      each[origin].setProperty("origin", String.valueOf(origin));
      runs.expect(job.getInstanceId(), step.getStepName(), origin, 1, "origins");
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(origins);
    plan.setThreads(Math.min(threads, origins));
    plan.setPartitionProperties(each);
    return plan;
  }
}
