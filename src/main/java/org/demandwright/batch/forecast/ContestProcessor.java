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
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;

/** Lets the models compete for one series. */
@Named
@Dependent
public class ContestProcessor implements ItemProcessor {
  private final VersionAtWork work;
  private final ModelStore models;
  private final GlobalFits fits;
  private ForecastEngine engine;
  private List<Map<String, Outcome<GlobalFit>>> global;
  private PanelOutlook outlook;

  @Inject
  ContestProcessor(VersionAtWork work, ModelStore models, GlobalFits fits) {
    this.work = work;
    this.models = models;
    this.fits = fits;
  }

  @Override
  public ResultStore.Result processItem(Object item) {
    if (engine == null) {
      prepare();
    }
    SnapshotStore.Snapshot s = (SnapshotStore.Snapshot) item;
    return new ResultStore.Result(s.seriesId(), engine.contest(s.input(), global, outlook));
  }

  private void prepare() {
    VersionStore.Version version = work.version();
    engine = VersionAtWork.engine(version);
    global = fits.of(version, engine);
    outlook = models.outlook(version.versionId());
  }
}
