package org.demandwright.batch.intake;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.demand.NotDemand;
import org.demandwright.app.intake.IntakeAccount;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.run.RunStatus;

/** Writes the run's account, once every line of the ERP is accounted for. */
@Named
@Dependent
public class CloseImport extends AbstractBatchlet {
  private final IntakeAccount account;
  private final IntakeRunStore runs;
  private final NotDemand notDemand;
  private final JobContext job;

  @Resource ManagedExecutorService threads;

  @Inject
  @BatchProperty(name = "replayOnly")
  boolean replayOnly;

  @Inject
  @BatchProperty(name = "asOf")
  String asOf;

  @Inject
  CloseImport(IntakeAccount account, IntakeRunStore runs, NotDemand notDemand, JobContext job) {
    this.account = account;
    this.runs = runs;
    this.notDemand = notDemand;
    this.job = job;
  }

  @Override
  public String process() {
    if (replayOnly) {
      account.closeUnread(job.getInstanceId(), asOf);
    } else {
      account.close(job.getInstanceId(), asOf, threads);
    }
    runs.knownAt(List.of(job.getInstanceId())).values().forEach(notDemand::followLines);
    return RunStatus.COMPLETED.name();
  }
}
