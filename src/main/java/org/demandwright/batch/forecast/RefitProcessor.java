package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;

/**
 * Forecasts one series by the models and weights that an earlier contest chose; one about which
 * nothing was decided then takes part in a contest among the models of that time.
 */
@Named
@Dependent
public class RefitProcessor implements ItemProcessor {
  private final TrainedEngine engine;

  @Inject
  RefitProcessor(TrainedEngine engine) {
    this.engine = engine;
  }

  @Override
  public ResultStore.Result processItem(Object item) {
    KeptSeries series = (KeptSeries) item;
    SnapshotStore.Snapshot s = series.snapshot();
    return new ResultStore.Result(s.seriesId(), engine.forecast(s.input(), series.kept()));
  }
}
