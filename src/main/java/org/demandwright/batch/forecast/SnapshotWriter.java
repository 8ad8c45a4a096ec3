package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.forecast.ArchiveStore;
import org.demandwright.store.forecast.OpenDemandStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Writes the series of the version as its models will receive them. */
@Named
@Dependent
public class SnapshotWriter extends AbstractItemWriter {
  private final SnapshotStore snapshots;
  private final LayerStore layers;
  private final OpenDemandStore open;
  private final ArchiveStore archive;
  private final RunStore runs;
  private final VersionAtWork work;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "part")
  int part;

  @Inject
  SnapshotWriter(
      SnapshotStore snapshots,
      LayerStore layers,
      OpenDemandStore open,
      ArchiveStore archive,
      RunStore runs,
      VersionAtWork work,
      JobContext job,
      StepContext step) {
    this.snapshots = snapshots;
    this.layers = layers;
    this.open = open;
    this.archive = archive;
    this.runs = runs;
    this.work = work;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    long versionId = work.version().versionId();
    List<SnapshotProcessor.SnapshotItem> series =
        items.stream().map(i -> (SnapshotProcessor.SnapshotItem) i).toList();
    List<SnapshotStore.Snapshot> taken =
        series.stream().flatMap(i -> i.snapshot().stream()).toList();
    VersionStore.Lineage lineage = work.version().lineage();
    if (lineage.training() == Training.REFRESH) {
      snapshots.replaceChanged(versionId, lineage.basedOn().orElseThrow(), taken);
    } else {
      snapshots.replace(versionId, taken);
    }
    if (work.version().recipe().knownAt().isEmpty()) {
      archive.keepDemand(
          taken.stream()
              .collect(
                  Collectors.toMap(SnapshotStore.Snapshot::seriesId, SnapshotStore.Snapshot::raw)),
          work.version().recipe().horizon());
    }
    layers.apply(
        versionId,
        series.stream().map(SnapshotProcessor.SnapshotItem::seriesId).toList(),
        series.stream().flatMap(i -> i.layers().stream()).toList());
    open.replace(
        versionId,
        series.stream()
            .collect(
                Collectors.toMap(
                    SnapshotProcessor.SnapshotItem::seriesId,
                    SnapshotProcessor.SnapshotItem::open)));
    runs.advance(job.getInstanceId(), step.getStepName(), part, items.size());
  }
}
