package org.demandwright.batch.intake;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.intake.Reconciliation;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Finds what reading by change stamps cannot find: lines that were deleted in their source, that
 * changed without a new stamp, or that were committed late.
 */
@Named
@Dependent
public class Reconcile extends AbstractBatchlet {
  private final Reconciliation reconciliation;
  private final DemandSources sources;
  private final SalesLineStore lines;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private volatile boolean stopped;

  @Resource ManagedExecutorService threads;

  @Inject
  @BatchProperty(name = "replayOnly")
  boolean replayOnly;

  @Inject
  Reconcile(
      Reconciliation reconciliation,
      DemandSources sources,
      SalesLineStore lines,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.reconciliation = reconciliation;
    this.sources = sources;
    this.lines = lines;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    if (!replayOnly) {
      int hours = sources.all().stream().mapToInt(this::hoursOf).sum();
      runs.expect(job.getInstanceId(), step.getStepName(), 0, hours, "hours");
      runs.advance(job.getInstanceId(), step.getStepName(), 0, hours);
    }
    return (stopped ? RunStatus.STOPPED : RunStatus.COMPLETED).name();
  }

  private int hoursOf(DemandSource source) {
    return lines
        .position(source.source())
        .map(
            p ->
                reconciliation.upTo(
                    job.getInstanceId(), source, p.changedAt(), threads, () -> stopped))
        .orElse(0);
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
