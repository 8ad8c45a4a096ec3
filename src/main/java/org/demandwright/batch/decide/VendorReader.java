package org.demandwright.batch.decide;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.decide.DecideStock;
import org.demandwright.app.decide.DecisionBasis;
import org.demandwright.app.decide.VendorOrders;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.store.run.RunStore;

/** Reads the vendors that ask for a least value of an order. */
@Named
@Dependent
public class VendorReader extends PagedSeriesReader<VendorOrders.Vendor> {
  private static final int PAGE = 100;

  private final DecideStock decide;
  private final VendorOrders orders;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  private List<VendorOrders.Vendor> vendors;

  @Inject
  VendorReader(
      DecideStock decide, VendorOrders orders, RunStore runs, JobContext job, StepContext step) {
    this.decide = decide;
    this.orders = orders;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    DecisionBasis basis = decide.basis(job.getExecutionId(), job.getInstanceId());
    step.setTransientUserData(basis);
    vendors = orders.vendors(basis);
    begin(checkpoint, 0);
    runs.expect(job.getInstanceId(), step.getStepName(), 0, vendors.size(), "vendors");
  }

  @Override
  protected List<VendorOrders.Vendor> pageAfter(long number) {
    return vendors.stream().filter(v -> v.number() > number).limit(PAGE).toList();
  }

  @Override
  protected long seriesOf(VendorOrders.Vendor vendor) {
    return vendor.number();
  }
}
