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
import java.util.List;
import java.util.Properties;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.run.RunStore;

/**
 * Deals the version's series out to partitions of about the same size: ranges (after, upTo] of
 * series numbers. The result of a run does not depend on their number.
 */
@Named
@Dependent
public class SeriesPartitions implements PartitionMapper {
  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "partitions")
  int partitions;

  @Inject
  SeriesPartitions(
      VersionAtWork work,
      SnapshotStore snapshots,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.work = work;
    this.snapshots = snapshots;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public PartitionPlan mapPartitions() {
    List<Long> ids = snapshots.seriesIds(work.version().versionId());
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
