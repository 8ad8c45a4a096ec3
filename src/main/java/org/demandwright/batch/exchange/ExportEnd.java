package org.demandwright.batch.exchange;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.exchange.ExportRuns;

/** Tells whoever asked for an export that it came to nothing, and why. */
@Named
@Dependent
public class ExportEnd extends AbstractJobListener {
  private final ExportRuns exports;
  private final JobContext job;

  @Inject
  @BatchProperty(name = "exportId")
  long exportId;

  @Inject
  ExportEnd(ExportRuns exports, JobContext job) {
    this.exports = exports;
    this.job = job;
  }

  @Override
  public void afterJob() {
    if (job.getBatchStatus() != BatchStatus.COMPLETED) {
      exports.failed(exportId, job.getExecutionId());
    }
  }
}
