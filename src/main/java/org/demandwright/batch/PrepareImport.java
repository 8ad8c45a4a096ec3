package org.demandwright.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.ReconcileStore;
import org.demandwright.store.SalesLineStore;

/**
 * Fixes what day it is and the instant from which on everything that this run brings is known, and
 * forgets how far reading had come if the run is told to read everything again: contents that are
 * the same stay.
 */
@Named
@Dependent
public class PrepareImport extends AbstractBatchlet {
  private final SalesLineStore store;
  private final ReconcileStore sums;
  private final IntakeAtWork work;

  @Inject
  @BatchProperty(name = "reload")
  boolean reload;

  @Inject
  PrepareImport(SalesLineStore store, ReconcileStore sums, IntakeAtWork work) {
    this.store = store;
    this.sums = sums;
    this.work = work;
  }

  @Override
  public String process() {
    work.run();
    work.today();
    if (reload) {
      store.forgetPosition(IntakeAtWork.SOURCE);
      sums.recount();
    }
    return "COMPLETED";
  }
}
