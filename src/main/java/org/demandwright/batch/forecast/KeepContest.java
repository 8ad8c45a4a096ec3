package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;

/**
 * Takes over what an earlier contest learned: the global models, what is expected of all models and
 * the calibration of the bands; in a refresh also the rows of all series that did not change.
 */
@Named
@Dependent
public class KeepContest extends AbstractBatchlet {
  private final VersionAtWork work;
  private final VersionStore versions;
  private final ModelStore models;
  private final CalibrationStore calibrations;
  private final ForecastStore forecasts;
  private final TotalsStore totals;
  private final SnapshotStore snapshots;

  @Inject
  KeepContest(
      VersionAtWork work,
      VersionStore versions,
      ModelStore models,
      CalibrationStore calibrations,
      ForecastStore forecasts,
      TotalsStore totals,
      SnapshotStore snapshots) {
    this.work = work;
    this.versions = versions;
    this.models = models;
    this.calibrations = calibrations;
    this.forecasts = forecasts;
    this.totals = totals;
    this.snapshots = snapshots;
  }

  @Override
  public String process() {
    VersionStore.Version version = work.version();
    long versionId = version.versionId();
    VersionStore.Version shown =
        versions.find(version.lineage().basedOn().orElseThrow()).orElseThrow();
    long base = shown.versionId();
    models.keep(versionId, base);
    calibrations.keep(versionId, base);
    if (version.lineage().training() == Training.REFRESH) {
      forecasts.keep(versionId, base, shown.publishedAt().orElse(shown.createdAt()));
      totals.keep(versionId, base);
    } else {
      ForecastEngine engine = VersionAtWork.engine(version);
      models.replaceOutlook(
          versionId, models.outlook(base).at(engine.activity(snapshots.panel(versionId))));
    }
    return RunStatus.COMPLETED.name();
  }
}
