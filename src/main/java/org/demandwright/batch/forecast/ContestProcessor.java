package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;

/** Lets the models compete for one series. */
@Named
@Dependent
public class ContestProcessor implements ItemProcessor {
  private final TrainedEngine engine;

  @Inject
  ContestProcessor(TrainedEngine engine) {
    this.engine = engine;
  }

  @Override
  public ResultStore.Result processItem(Object item) {
    SnapshotStore.Snapshot s = (SnapshotStore.Snapshot) item;
    return new ResultStore.Result(s.seriesId(), engine.forecast(s.input(), Optional.empty()));
  }
}
