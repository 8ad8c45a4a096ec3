package org.demandwright.batch.forecast;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.app.forecast.LinkedSeries;
import org.demandwright.app.run.JobFailure;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.core.pipeline.LinkedForecasts;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/**
 * Reads the point forecasts of a trained version in series order, with what lifecycle links do to
 * them. Of series that are joined by links those that the version shares with an earlier one are
 * read, too: what goes over may have changed with the other item.
 */
@Named
@Dependent
public class BandReader extends PagedSeriesReader<BandItem> {
  private static final int PAGE = 500;

  private final VersionAtWork work;
  private final ResultStore results;
  private final LinkedSeries links;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private final TreeMap<Long, ResultStore.BandBasis> shared = new TreeMap<>();
  private LinkedForecasts linked;
  private long versionId;

  @Inject
  BandReader(
      VersionAtWork work,
      ResultStore results,
      LinkedSeries links,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.work = work;
    this.results = results;
    this.links = links;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    VersionStore.Version version = work.version();
    versionId = version.versionId();
    begin(checkpoint, 0);
    if (results.countForecast(versionId) == 0) {
      throw new JobFailure(
          "Version "
              + versionId
              + " has no forecasts to publish: no series could be trained. The reasons stand with"
              + " the series of that version.");
    }
    linked = links.of(version);
    shared.clear();
    Set<Long> joined = new HashSet<>(links.series(versionId));
    version.lineage().basedOn().ifPresent(base -> joined.addAll(links.series(base)));
    results
        .sharedBandBases(versionId, joined)
        .forEach(basis -> shared.put(basis.seriesId(), basis));
    runs.expect(
        job.getInstanceId(),
        step.getStepName(),
        0,
        results.countOwn(versionId) + shared.size(),
        "series");
  }

  @Override
  protected List<BandItem> pageAfter(long seriesId) {
    List<ResultStore.BandBasis> own = results.bandBases(versionId, seriesId, PAGE);
    long end = own.size() < PAGE ? Long.MAX_VALUE : own.get(own.size() - 1).seriesId();
    return Stream.concat(own.stream(), shared.subMap(seriesId, false, end, true).values().stream())
        .sorted(Comparator.comparingLong(ResultStore.BandBasis::seriesId))
        .map(this::linked)
        .toList();
  }

  private BandItem linked(ResultStore.BandBasis alone) {
    return new BandItem(
        alone,
        linked.of(alone.seriesId()).isEmpty() ? Optional.empty() : linked.mean(alone.seriesId()));
  }

  @Override
  protected long seriesOf(BandItem item) {
    return item.alone().seriesId();
  }
}
