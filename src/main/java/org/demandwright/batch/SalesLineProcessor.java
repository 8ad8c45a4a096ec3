package org.demandwright.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.erp.ErpSalesLine;

/** Reviews each row of the ERP. */
@Named
@Dependent
public class SalesLineProcessor implements ItemProcessor {
  private final IntakeAtWork work;

  @Inject
  SalesLineProcessor(IntakeAtWork work) {
    this.work = work;
  }

  @Override
  public ImportedLine processItem(Object row) {
    return work.review((ErpSalesLine) row);
  }
}
