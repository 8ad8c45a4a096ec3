package org.demandwright.batch.exchange;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.exchange.ExportWriting;
import org.demandwright.store.run.RunStatus;

/** Counts and sums up an export, which can be taken from then on. */
@Named
@Dependent
public class FinishExport extends AbstractBatchlet {
  private final ExportWriting writing;

  @Inject
  @BatchProperty(name = "exportId")
  long exportId;

  @Inject
  FinishExport(ExportWriting writing) {
    this.writing = writing;
  }

  @Override
  public String process() {
    writing.finish(exportId);
    return RunStatus.COMPLETED.name();
  }
}
