package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.intake.MasterDataImport;
import org.demandwright.store.run.RunStatus;

/** Reads the master data of the ERP. */
@Named
@Dependent
public class ImportMasterData extends AbstractBatchlet {
  private final MasterDataImport masterData;

  @Inject
  @BatchProperty(name = "reload")
  boolean reload;

  @Inject
  ImportMasterData(MasterDataImport masterData) {
    this.masterData = masterData;
  }

  @Override
  public String process() {
    masterData.replace(reload);
    return RunStatus.COMPLETED.name();
  }
}
