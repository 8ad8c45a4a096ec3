package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Reads the snapshots of one partition in series order, each with what an earlier contest decided
 * about its series; the checkpoint is the last number read.
 */
@Named
@Dependent
public class KeptSeriesReader extends PagedSeriesReader<KeptSeries> {
  private static final int PAGE = 50;

  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final ResultStore results;

  @Inject
  @BatchProperty(name = "after")
  long after;

  @Inject
  @BatchProperty(name = "upTo")
  long upTo;

  private VersionStore.Version version;

  @Inject
  KeptSeriesReader(VersionAtWork work, SnapshotStore snapshots, ResultStore results) {
    this.work = work;
    this.snapshots = snapshots;
    this.results = results;
  }

  @Override
  public void open(Serializable checkpoint) {
    begin(checkpoint, after);
    version = work.version();
  }

  @Override
  protected List<KeptSeries> pageAfter(long seriesId) {
    List<SnapshotStore.Snapshot> page = snapshots.page(version.versionId(), seriesId, upTo, PAGE);
    VersionStore.Lineage lineage = version.lineage();
    Map<Long, KeptContest> kept =
        results.kept(
            lineage.basedOn().orElseThrow(),
            lineage.contestDay(),
            page.stream().map(SnapshotStore.Snapshot::seriesId).toList());
    return page.stream()
        .map(s -> new KeptSeries(s, Optional.ofNullable(kept.get(s.seriesId()))))
        .toList();
  }

  @Override
  protected long seriesOf(KeptSeries series) {
    return series.snapshot().seriesId();
  }
}
