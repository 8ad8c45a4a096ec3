package org.demandwright.batch.forecast;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.forecast.GlobalFits;
import org.demandwright.core.Outcome;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * The engine of the version at work with all that was learned for it, which is read when the first
 * series asks.
 */
@Dependent
public class TrainedEngine {
  private final VersionAtWork work;
  private final ModelStore models;
  private final GlobalFits fits;
  private ForecastEngine engine;
  private List<Map<String, Outcome<GlobalFit>>> global;
  private PanelOutlook outlook;

  @Inject
  TrainedEngine(VersionAtWork work, ModelStore models, GlobalFits fits) {
    this.work = work;
    this.models = models;
    this.fits = fits;
  }

  /**
   * Forecasts one series.
   *
   * @param kept what an earlier contest decided about it; empty = the models compete
   */
  Outcome<SeriesResult> forecast(SeriesInput input, Optional<KeptContest> kept) {
    if (engine == null) {
      read();
    }
    return kept.isPresent()
        ? engine.refit(input, global, outlook, kept.get())
        : engine.contest(input, global, outlook);
  }

  private void read() {
    VersionStore.Version version = work.version();
    engine = VersionAtWork.engine(version);
    global = fits.of(version, engine);
    outlook = models.outlook(version.versionId());
  }
}
