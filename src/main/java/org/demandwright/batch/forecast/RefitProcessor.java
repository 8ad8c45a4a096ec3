package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Outcome;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Forecasts one series by the models and weights that an earlier contest chose; one about which
 * nothing was decided then takes part in a contest among the models of that time.
 */
@Named
@Dependent
public class RefitProcessor implements ItemProcessor {
  private final VersionAtWork work;
  private final ModelStore models;
  private final GlobalFits fits;
  private ForecastEngine engine;
  private List<Map<String, Outcome<GlobalFit>>> global;
  private PanelOutlook outlook;

  @Inject
  RefitProcessor(VersionAtWork work, ModelStore models, GlobalFits fits) {
    this.work = work;
    this.models = models;
    this.fits = fits;
  }

  @Override
  public ResultStore.Result processItem(Object item) {
    if (engine == null) {
      prepare();
    }
    KeptSeries series = (KeptSeries) item;
    SeriesInput input = series.snapshot().input();
    Outcome<SeriesResult> result =
        series
            .kept()
            .map(kept -> engine.refit(input, global, outlook, kept))
            .orElseGet(() -> engine.contest(input, global, outlook));
    return new ResultStore.Result(series.snapshot().seriesId(), result);
  }

  private void prepare() {
    VersionStore.Version version = work.version();
    engine = VersionAtWork.engine(version);
    global = fits.of(version, engine);
    outlook = models.outlook(version.versionId());
  }
}
