package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.decide.ReleaseSuggestions;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.run.RunStore;

/**
 * Reads what rules release of the decision of a run. A restart looks at what is open anew, with
 * what was released before counted, and needs no checkpoint.
 */
@Named
@Dependent
public class ReleaseReader extends AbstractItemReader {
  private final ReleaseSuggestions release;
  private final DecisionStore decisions;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  private Iterator<ReleaseSuggestions.Together> all;

  @Inject
  ReleaseReader(
      ReleaseSuggestions release,
      DecisionStore decisions,
      RunStore runs,
      JobContext job,
      StepContext step,
      Clock clock) {
    this.release = release;
    this.decisions = decisions;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public void open(Serializable checkpoint) {
    Decision decision = decisions.ofInstance(job.getInstanceId()).orElseThrow();
    List<ReleaseSuggestions.Together> lists = release.begin(decision);
    release
        .stopped(decision)
        .ifPresent(why -> runs.message(job.getExecutionId(), step.getStepName(), why, clock.now()));
    long left = lists.stream().mapToLong(list -> list.lines().size()).sum();
    runs.expect(
        job.getInstanceId(),
        step.getStepName(),
        0,
        release.released(decision) + left,
        "suggestions");
    all = lists.iterator();
  }

  @Override
  public Object readItem() {
    return all.hasNext() ? all.next() : null;
  }
}
