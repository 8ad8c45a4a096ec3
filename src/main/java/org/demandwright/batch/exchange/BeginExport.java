package org.demandwright.batch.exchange;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.exchange.ExportWriting;
import org.demandwright.store.run.RunStatus;

/** Begins an export with its heading. */
@Named
@Dependent
public class BeginExport extends AbstractBatchlet {
  private final ExportWriting writing;
  private final JobContext job;

  @Inject
  @BatchProperty(name = "exportId")
  long exportId;

  @Inject
  BeginExport(ExportWriting writing, JobContext job) {
    this.writing = writing;
    this.job = job;
  }

  @Override
  public String process() {
    writing.begin(exportId, job.getExecutionId());
    return RunStatus.COMPLETED.name();
  }
}
