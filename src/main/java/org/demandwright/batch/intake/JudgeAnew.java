package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.intake.SecondJudgement;
import org.demandwright.store.run.RunStatus;

/** Judges again what other master data were the reason for. */
@Named
@Dependent
public class JudgeAnew extends AbstractBatchlet {
  private final SecondJudgement judgement;
  private final JobContext job;

  @Inject
  JudgeAnew(SecondJudgement judgement, JobContext job) {
    this.judgement = judgement;
    this.job = job;
  }

  @Override
  public String process() {
    judgement.judge(job.getInstanceId());
    return RunStatus.COMPLETED.name();
  }
}
