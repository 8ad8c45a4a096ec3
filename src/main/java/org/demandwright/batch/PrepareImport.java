package org.demandwright.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.SalesLineStore;

/** Forgets how far reading had come, if the run is told to read everything again. */
@Named
@Dependent
public class PrepareImport extends AbstractBatchlet {
  private final SalesLineStore store;

  @Inject
  @BatchProperty(name = "reload")
  boolean reload;

  @Inject
  PrepareImport(SalesLineStore store) {
    this.store = store;
  }

  @Override
  public String process() {
    if (reload) {
      store.forgetPosition(IntakeAtWork.SOURCE);
    }
    return "COMPLETED";
  }
}
