package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.demandwright.store.forecast.SnapshotStore;

/** Reads the snapshots of one partition in series order; the checkpoint is the last number read. */
@Named
@Dependent
public class SnapshotReader extends AbstractItemReader {
  private static final int PAGE = 50;

  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final Deque<SnapshotStore.Snapshot> page = new ArrayDeque<>();

  @Inject
  @BatchProperty(name = "after")
  long after;

  @Inject
  @BatchProperty(name = "upTo")
  long upTo;

  private long versionId;
  private long paged;
  private long last;

  @Inject
  SnapshotReader(VersionAtWork work, SnapshotStore snapshots) {
    this.work = work;
    this.snapshots = snapshots;
  }

  @Override
  public void open(Serializable checkpoint) {
    last = checkpoint instanceof Long id ? id : after;
    paged = last;
    versionId = work.version().versionId();
  }

  @Override
  public SnapshotStore.Snapshot readItem() {
    if (page.isEmpty()) {
      page.addAll(snapshots.page(versionId, paged, upTo, PAGE));
      if (!page.isEmpty()) {
        paged = page.getLast().seriesId();
      }
    }
    SnapshotStore.Snapshot next = page.poll();
    if (next != null) {
      last = next.seriesId();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
