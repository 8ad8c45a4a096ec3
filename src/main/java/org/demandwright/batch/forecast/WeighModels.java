package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.forecast.GlobalFits;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;

/** Learns from the tests of a sample of series what to expect of each model. */
@Named
@Dependent
public class WeighModels extends AbstractBatchlet {
  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final ModelStore models;
  private final GlobalFits fits;

  @Inject
  WeighModels(VersionAtWork work, SnapshotStore snapshots, ModelStore models, GlobalFits fits) {
    this.work = work;
    this.snapshots = snapshots;
    this.models = models;
    this.fits = fits;
  }

  @Override
  public String process() {
    VersionStore.Version version = work.version();
    ForecastEngine engine = VersionAtWork.engine(version);
    models.replaceOutlook(
        version.versionId(),
        engine.outlook(snapshots.panel(version.versionId()), fits.of(version, engine)));
    return RunStatus.COMPLETED.name();
  }
}
