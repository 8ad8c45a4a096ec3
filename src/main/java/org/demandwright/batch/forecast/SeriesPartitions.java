package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.forecast.SnapshotStore;

/** Deals out the series that a version has to forecast itself. */
@Named
@Dependent
public class SeriesPartitions implements PartitionMapper {
  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final SeriesShares shares;

  @Inject
  @BatchProperty(name = "partitions")
  int partitions;

  @Inject
  SeriesPartitions(VersionAtWork work, SnapshotStore snapshots, SeriesShares shares) {
    this.work = work;
    this.snapshots = snapshots;
    this.shares = shares;
  }

  @Override
  public PartitionPlan mapPartitions() {
    return shares.of(snapshots.seriesIds(work.version().versionId()), partitions);
  }
}
