package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Reads the snapshots of one partition in series order, each with what an earlier contest decided
 * about its series; of one that takes other history over than then by lifecycle links nothing was
 * decided. The checkpoint is the last number read.
 */
@Named
@Dependent
public class KeptSeriesReader extends PagedSeriesReader<KeptSeries> {
  private static final int PAGE = 50;

  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final ResultStore results;
  private final LinkStore links;

  @Inject
  @BatchProperty(name = "after")
  long after;

  @Inject
  @BatchProperty(name = "upTo")
  long upTo;

  private VersionStore.Version version;
  private Map<Long, Set<String>> then;
  private Map<Long, Set<String>> now;

  @Inject
  KeptSeriesReader(
      VersionAtWork work, SnapshotStore snapshots, ResultStore results, LinkStore links) {
    this.work = work;
    this.snapshots = snapshots;
    this.results = results;
    this.links = links;
  }

  @Override
  public void open(Serializable checkpoint) {
    begin(checkpoint, after);
    version = work.version();
    long base = version.lineage().basedOn().orElseThrow();
    then = links.inherited(base, after, upTo);
    now = links.inherited(version.versionId(), after, upTo);
  }

  @Override
  protected List<KeptSeries> pageAfter(long seriesId) {
    List<SnapshotStore.Snapshot> page = snapshots.page(version.versionId(), seriesId, upTo, PAGE);
    VersionStore.Lineage lineage = version.lineage();
    long base = lineage.basedOn().orElseThrow();
    List<Long> ids = page.stream().map(SnapshotStore.Snapshot::seriesId).toList();
    Map<Long, KeptContest> kept = results.kept(base, lineage.contestDay(), ids);
    return page.stream()
        .map(
            s ->
                new KeptSeries(
                    s,
                    Optional.ofNullable(kept.get(s.seriesId()))
                        .filter(
                            k -> Objects.equals(then.get(s.seriesId()), now.get(s.seriesId())))))
        .toList();
  }

  @Override
  protected long seriesOf(KeptSeries series) {
    return series.snapshot().seriesId();
  }
}
