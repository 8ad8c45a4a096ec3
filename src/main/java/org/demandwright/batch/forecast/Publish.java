package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.forecast.FinishVersion;
import org.demandwright.app.forecast.Leaderboard;
import org.demandwright.app.forecast.RunSummaries;
import org.demandwright.core.Words;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Finishes the version, publishes it unless a gate holds it back, and sums up its run. */
@Named
@Dependent
public class Publish extends AbstractBatchlet {
  private final VersionAtWork work;
  private final FinishVersion finish;
  private final RunSummaries summaries;
  private final Leaderboard leaderboard;
  private final RunStore runs;
  private final JobContext job;
  private final Clock clock;

  @Inject
  Publish(
      VersionAtWork work,
      FinishVersion finish,
      RunSummaries summaries,
      Leaderboard leaderboard,
      RunStore runs,
      JobContext job,
      Clock clock) {
    this.work = work;
    this.finish = finish;
    this.summaries = summaries;
    this.leaderboard = leaderboard;
    this.runs = runs;
    this.job = job;
    this.clock = clock;
  }

  @Override
  public String process() {
    long versionId = work.version().versionId();
    Optional<Words> heldBecause = finish.finish(versionId);
    summaries.keep(versionId);
    leaderboard.keep(versionId);
    heldBecause.ifPresent(
        reason -> runs.message(job.getExecutionId(), "publish", reason, clock.now()));
    return heldBecause.isPresent() ? VersionStatus.HELD.name() : RunStatus.COMPLETED.name();
  }
}
