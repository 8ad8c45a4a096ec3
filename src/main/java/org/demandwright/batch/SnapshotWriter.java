package org.demandwright.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.store.RunStore;
import org.demandwright.store.SnapshotStore;

/** Writes the series of the version as its models will receive them. */
@Named
@Dependent
public class SnapshotWriter extends AbstractItemWriter {
  private final SnapshotStore snapshots;
  private final RunStore runs;
  private final VersionAtWork work;
  private final JobContext job;
  private final StepContext step;

  @Inject
  SnapshotWriter(
      SnapshotStore snapshots,
      RunStore runs,
      VersionAtWork work,
      JobContext job,
      StepContext step) {
    this.snapshots = snapshots;
    this.runs = runs;
    this.work = work;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    snapshots.replace(
        work.version().versionId(),
        items.stream()
            .flatMap(i -> ((SnapshotProcessor.SnapshotItem) i).snapshot().stream())
            .toList());
    runs.advance(job.getInstanceId(), step.getStepName(), 0, items.size());
  }
}
