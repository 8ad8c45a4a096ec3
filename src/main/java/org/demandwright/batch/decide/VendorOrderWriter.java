package org.demandwright.batch.decide;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.VendorOrders;
import org.demandwright.store.run.RunStore;

/** Raises what is bought from vendors to the least value that they take, a chunk a transaction. */
@Named
@Dependent
public class VendorOrderWriter extends AbstractItemWriter {
  private final VendorOrders orders;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  VendorOrderWriter(VendorOrders orders, RunStore runs, JobContext job, StepContext step) {
    this.orders = orders;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> vendors) {
    DecisionBasis basis = (DecisionBasis) step.getTransientUserData();
    vendors.forEach(vendor -> orders.raise(basis, (VendorOrders.Vendor) vendor));
    runs.advance(job.getInstanceId(), step.getStepName(), 0, vendors.size());
  }
}
