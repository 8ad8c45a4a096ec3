package org.demandwright.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.SalesLineStore;

/** Checks that every line of the ERP is accounted for: used, excluded or quarantined. */
@Named
@Dependent
public class CloseImport extends AbstractBatchlet {
  private final ErpSource erp;
  private final SalesLineStore store;

  @Inject
  CloseImport(ErpSource erp, SalesLineStore store) {
    this.erp = erp;
    this.store = store;
  }

  @Override
  public String process() {
    long here =
        store.countUsed()
            + sum(store.countExcluded().values())
            + sum(store.countQuarantined().values());
    long there =
        store
            .position(IntakeAtWork.SOURCE)
            .map(p -> erp.countLines(null, p.changedAt()))
            .orElse(0L);
    if (here != there) {
      throw new JobFailure(
          ("The ERP's view dw_sales_line holds %,d lines up to the last one read, but %,d are"
                  + " accounted for. Lines were deleted in the ERP, two lines share a line_id, or a"
                  + " change stamp was set back by more than the look-back days. Run import-sales"
                  + " with reload=true to read everything again; what is published stays.")
              .formatted(there, here));
    }
    return "COMPLETED";
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long c : counts) {
      sum += c;
    }
    return sum;
  }
}
