package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.decide.ReleaseSuggestions;
import org.demandwright.store.run.RunStore;

/** Releases what belongs together, a chunk a transaction. */
@Named
@Dependent
public class ReleaseWriter extends AbstractItemWriter {
  private final ReleaseSuggestions release;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  ReleaseWriter(ReleaseSuggestions release, RunStore runs, JobContext job, StepContext step) {
    this.release = release;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> lists) {
    int released = 0;
    for (Object list : lists) {
      released += release.release((ReleaseSuggestions.Together) list);
    }
    runs.advance(job.getInstanceId(), step.getStepName(), 0, released);
  }
}
