package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.forecast.SnapshotStore;

/** Reads the snapshots of one partition in series order; the checkpoint is the last number read. */
@Named
@Dependent
public class SnapshotReader extends PagedSeriesReader<SnapshotStore.Snapshot> {
  private static final int PAGE = 50;

  private final VersionAtWork work;
  private final SnapshotStore snapshots;

  @Inject
  @BatchProperty(name = "after")
  long after;

  @Inject
  @BatchProperty(name = "upTo")
  long upTo;

  private long versionId;

  @Inject
  SnapshotReader(VersionAtWork work, SnapshotStore snapshots) {
    this.work = work;
    this.snapshots = snapshots;
  }

  @Override
  public void open(Serializable checkpoint) {
    begin(checkpoint, after);
    versionId = work.version().versionId();
  }

  @Override
  protected List<SnapshotStore.Snapshot> pageAfter(long seriesId) {
    return snapshots.page(versionId, seriesId, upTo, PAGE);
  }

  @Override
  protected long seriesOf(SnapshotStore.Snapshot snapshot) {
    return snapshot.seriesId();
  }
}
