package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.intake.DateJudgement;
import org.demandwright.store.run.RunStatus;

/** Sets lines aside whose order dates the rest of the source makes implausible. */
@Named
@Dependent
public class JudgeDates extends AbstractBatchlet {
  private final DateJudgement judgement;
  private final JobContext job;

  @Inject
  JudgeDates(DateJudgement judgement, JobContext job) {
    this.judgement = judgement;
    this.job = job;
  }

  @Override
  public String process() {
    judgement.judge(job.getInstanceId());
    return RunStatus.COMPLETED.name();
  }
}
