package org.demandwright.batch.forecast;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.run.JobFailure;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Reads the point forecasts of a trained version in series order. */
@Named
@Dependent
public class BandReader extends PagedSeriesReader<ResultStore.BandBasis> {
  private static final int PAGE = 500;

  private final VersionAtWork work;
  private final ResultStore results;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private long versionId;

  @Inject
  BandReader(
      VersionAtWork work, ResultStore results, RunStore runs, JobContext job, StepContext step) {
    this.work = work;
    this.results = results;
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
    runs.expect(job.getInstanceId(), step.getStepName(), 0, results.countOwn(versionId), "series");
  }

  @Override
  protected List<ResultStore.BandBasis> pageAfter(long seriesId) {
    return results.bandBases(versionId, seriesId, PAGE);
  }

  @Override
  protected long seriesOf(ResultStore.BandBasis basis) {
    return basis.seriesId();
  }
}
