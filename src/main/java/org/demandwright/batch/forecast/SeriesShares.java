package org.demandwright.batch.forecast;

import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import org.demandwright.store.run.RunStore;

/**
 * Deals series out to partitions of about the same size: ranges (after, upTo] of series numbers.
 * The result of a run does not depend on their number.
 */
@Dependent
public class SeriesShares {
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  SeriesShares(RunStore runs, JobContext job, StepContext step) {
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  /**
   * Returns the plan for these series.
   *
   * @param ids in ascending order
   */
  PartitionPlan of(List<Long> ids, int partitions) {
    Properties[] each = new Properties[partitions];
    long after = 0;
    int done = 0;
    for (int part = 0; part < partitions; part++) {
      int end = (int) ((long) ids.size() * (part + 1) / partitions);
      long upTo = end == 0 ? 0 : ids.get(end - 1);
      each[part] = new Properties();
      each[part].setProperty("part", String.valueOf(part));
      each[part].setProperty("after", String.valueOf(after));
      each[part].setProperty("upTo", String.valueOf(upTo));
      runs.expect(job.getInstanceId(), step.getStepName(), part, end - done, "series");
      after = upTo;
      done = end;
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(partitions);
    plan.setThreads(partitions);
    plan.setPartitionProperties(each);
    return plan;
  }
}
