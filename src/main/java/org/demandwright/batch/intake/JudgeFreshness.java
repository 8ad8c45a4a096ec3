package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.demandwright.app.intake.FreshDemand;

/** Says by its exit status whether the ERP has to be read before the plan is forecast. */
@Named
@Dependent
public class JudgeFreshness extends AbstractBatchlet {
  private static final String FRESH = "FRESH";
  private static final String STALE = "STALE";

  private final FreshDemand demand;

  @Inject
  @BatchProperty(name = "freshHours")
  int freshHours;

  @Inject
  JudgeFreshness(FreshDemand demand) {
    this.demand = demand;
  }

  @Override
  public String process() {
    return freshHours > 0 && demand.within(Duration.ofHours(freshHours)) ? FRESH : STALE;
  }
}
