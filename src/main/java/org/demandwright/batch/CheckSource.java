package org.demandwright.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.erp.ErpSource;

/** Ends the run before it changes anything if the ERP's views do not answer. */
@Named
@Dependent
public class CheckSource extends AbstractBatchlet {
  private final ErpSource erp;

  @Inject
  CheckSource(ErpSource erp) {
    this.erp = erp;
  }

  @Override
  public String process() {
    List<String> problems = erp.problems();
    if (!problems.isEmpty()) {
      throw new JobFailure(
          "The ERP cannot be read. Check that its database runs and that dw.erp.url, dw.erp.user"
              + " and dw.erp.password are right; install the views of sql/erp and grant SELECT on"
              + " them to that user; then restart this run. What failed: "
              + String.join("; ", problems));
    }
    return "COMPLETED";
  }
}
