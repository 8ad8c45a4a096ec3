package org.demandwright.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.MasterDataStore;

/** Reviews each row of the ERP. */
@Named
@Dependent
public class SalesLineProcessor implements ItemProcessor {
  private final MasterDataStore masterData;
  private SalesLineReview review;

  @Inject
  SalesLineProcessor(MasterDataStore masterData) {
    this.masterData = masterData;
  }

  @Override
  public ImportedLine processItem(Object row) {
    if (review == null) {
      review = new SalesLineReview(masterData.items().keySet());
    }
    return review.review((ErpSalesLine) row);
  }
}
