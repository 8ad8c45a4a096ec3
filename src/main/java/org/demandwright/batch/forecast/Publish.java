package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.forecast.FinishVersion;
import org.demandwright.core.Words;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Finishes the version and publishes it, unless a gate holds it back. */
@Named
@Dependent
public class Publish extends AbstractBatchlet {
  private final VersionAtWork work;
  private final FinishVersion finish;
  private final RunStore runs;
  private final JobContext job;
  private final Clock clock;

  @Inject
  Publish(VersionAtWork work, FinishVersion finish, RunStore runs, JobContext job, Clock clock) {
    this.work = work;
    this.finish = finish;
    this.runs = runs;
    this.job = job;
    this.clock = clock;
  }

  @Override
  public String process() {
    Optional<Words> heldBecause = finish.finish(work.version().versionId());
    heldBecause.ifPresent(
        reason -> runs.message(job.getExecutionId(), "publish", reason, clock.now()));
    return heldBecause.isPresent() ? VersionStatus.HELD.name() : RunStatus.COMPLETED.name();
  }
}
