package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.run.RunStore;

/** Writes what the contests of one partition gave. */
@Named
@Dependent
public class ResultWriter extends AbstractItemWriter {
  private final ResultStore results;
  private final RunStore runs;
  private final VersionAtWork work;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "part")
  int part;

  @Inject
  ResultWriter(
      ResultStore results, RunStore runs, VersionAtWork work, JobContext job, StepContext step) {
    this.results = results;
    this.runs = runs;
    this.work = work;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    results.replace(
        work.version().versionId(), items.stream().map(i -> (ResultStore.Result) i).toList());
    runs.advance(job.getInstanceId(), step.getStepName(), part, items.size());
  }
}
