package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.demand.SeriesStore;

/** Deals out all series that are known. */
@Named
@Dependent
public class KnownSeriesPartitions implements PartitionMapper {
  private final SeriesStore series;
  private final SeriesShares shares;

  @Inject
  @BatchProperty(name = "partitions")
  int partitions;

  @Inject
  KnownSeriesPartitions(SeriesStore series, SeriesShares shares) {
    this.series = series;
    this.shares = shares;
  }

  @Override
  public PartitionPlan mapPartitions() {
    return shares.of(series.all().stream().map(SeriesStore.Ref::seriesId).toList(), partitions);
  }
}
