package org.demandwright.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.ModelStore;
import org.demandwright.store.ResultStore;
import org.demandwright.store.SnapshotStore;
import org.demandwright.store.VersionStore;

/** Lets the models compete for one series. */
@Named
@Dependent
public class ContestProcessor implements ItemProcessor {
  private final VersionAtWork work;
  private final ModelStore models;
  private ForecastEngine engine;
  private List<Map<String, Outcome<GlobalFit>>> global;

  @Inject
  ContestProcessor(VersionAtWork work, ModelStore models) {
    this.work = work;
    this.models = models;
  }

  @Override
  public ResultStore.Result processItem(Object item) {
    if (engine == null) {
      prepare();
    }
    SnapshotStore.Snapshot s = (SnapshotStore.Snapshot) item;
    return new ResultStore.Result(s.seriesId(), engine.contest(s.input(), global));
  }

  private void prepare() {
    VersionStore.Version version = work.version();
    engine = VersionAtWork.engine(version);
    List<Map<String, Outcome<GlobalFit>>> byOrigin = new ArrayList<>();
    for (int origin = 0; origin <= version.recipe().origins(); origin++) {
      byOrigin.add(new TreeMap<>());
    }
    for (ModelStore.StoredFit fit : models.fits(version.versionId())) {
      byOrigin.get(fit.origin()).put(fit.modelId(), restore(fit));
    }
    global = byOrigin;
  }

  private Outcome<GlobalFit> restore(ModelStore.StoredFit fit) {
    if (fit.state().isPresent()) {
      return Outcome.ok(engine.restore(fit.modelId(), fit.state().get()));
    }
    String[] failure = fit.failure().orElseThrow().split(": ", 2);
    return Outcome.failed(Failure.Reason.valueOf(failure[0]), failure[1]);
  }
}
