package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;

/** Pools the backtest residuals of all series into the quantiles of the bands. */
@Named
@Dependent
public class Calibrate extends AbstractBatchlet {
  private final VersionAtWork work;
  private final CalibrationStore calibrations;

  @Inject
  Calibrate(VersionAtWork work, CalibrationStore calibrations) {
    this.work = work;
    this.calibrations = calibrations;
  }

  @Override
  public String process() {
    VersionStore.Version version = work.version();
    List<CalibrationSample> samples = new ArrayList<>();
    calibrations.samples(version.versionId(), samples::add);
    calibrations.replace(version.versionId(), VersionAtWork.engine(version).calibrate(samples));
    return RunStatus.COMPLETED.name();
  }
}
