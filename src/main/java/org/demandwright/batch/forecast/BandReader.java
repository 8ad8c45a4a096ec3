package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.demandwright.app.run.JobFailure;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Reads the point forecasts of a trained version in series order. */
@Named
@Dependent
public class BandReader extends AbstractItemReader {
  private static final int PAGE = 500;

  private final VersionAtWork work;
  private final ResultStore results;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Deque<ResultStore.BandBasis> page = new ArrayDeque<>();

  private long versionId;
  private long paged;
  private long last;

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
    last = checkpoint instanceof Long id ? id : 0;
    paged = last;
    long total = results.countForecast(versionId);
    if (total == 0) {
      throw new JobFailure(
          "Version "
              + versionId
              + " has no forecasts to publish: no series could be trained. The reasons stand with"
              + " the series of that version.");
    }
    runs.expect(job.getInstanceId(), step.getStepName(), 0, total, "series");
  }

  @Override
  public ResultStore.BandBasis readItem() {
    if (page.isEmpty()) {
      page.addAll(results.bandBases(versionId, paged, PAGE));
      if (!page.isEmpty()) {
        paged = page.getLast().seriesId();
      }
    }
    ResultStore.BandBasis next = page.poll();
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
