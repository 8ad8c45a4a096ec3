package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.intake.MasterDataImport;
import org.demandwright.core.Words;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Reads the master data of the ERPs; where they differ, the run says so. */
@Named
@Dependent
public class ImportMasterData extends AbstractBatchlet {
  private final MasterDataImport masterData;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  @BatchProperty(name = "reload")
  boolean reload;

  @Inject
  ImportMasterData(
      MasterDataImport masterData, RunStore runs, JobContext job, StepContext step, Clock clock) {
    this.masterData = masterData;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String process() {
    List<Words> differences = masterData.replace(reload);
    if (!differences.isEmpty()) {
      runs.message(
          job.getExecutionId(), step.getStepName(), Words.clauses(differences), clock.now());
    }
    return RunStatus.COMPLETED.name();
  }
}
