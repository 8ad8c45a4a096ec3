package org.demandwright.batch.decide;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Properties;
import org.demandwright.app.Clock;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Opens the decision of a run, on the version that readers of its plan see. Where nothing can be
 * decided, a run that was started to decide fails; a night goes on without, and says so.
 */
@Named
@Dependent
public class OpenDecision extends AbstractBatchlet {
  private static final String NOTHING = "NOTHING";

  private final DecideStock decide;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  OpenDecision(DecideStock decide, RunStore runs, JobContext job, StepContext step, Clock clock) {
    this.decide = decide;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String process() {
    String plan = told(job.getProperties(), "plan").orElse(PlanStore.DEFAULT);
    Optional<Words> obstacle = decide.obstacle(job.getInstanceId(), plan);
    if (obstacle.isEmpty()) {
      decide.begin(job.getInstanceId(), plan);
      return RunStatus.COMPLETED.name();
    }
    if (told(step.getProperties(), "optional").isEmpty()) {
      throw new JobFailure(obstacle.get());
    }
    runs.message(job.getExecutionId(), step.getStepName(), obstacle.get(), clock.now());
    return NOTHING;
  }

  private static Optional<String> told(Properties properties, String name) {
    return Optional.ofNullable(properties)
        .map(all -> all.getProperty(name))
        .filter(text -> !text.isBlank());
  }
}
