package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.Outcome;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.VersionStore;

/** Restores what the global models of a version learned, origin by origin. */
@ApplicationScoped
public class GlobalFits {
  private final ModelStore models;

  @Inject
  GlobalFits(ModelStore models) {
    this.models = models;
  }

  GlobalFits() {
    this(null);
  }

  /** Returns for each origin 0 … origins the fits by model id, in the form the engine takes. */
  public List<Map<String, Outcome<GlobalFit>>> of(
      VersionStore.Version version, ForecastEngine engine) {
    List<Map<String, Outcome<GlobalFit>>> byOrigin = new ArrayList<>();
    for (int origin = 0; origin <= version.recipe().origins(); origin++) {
      byOrigin.add(new TreeMap<>());
    }
    for (ModelStore.StoredFit fit : models.fits(version.versionId())) {
      byOrigin.get(fit.origin()).put(fit.modelId(), restore(fit, engine));
    }
    return byOrigin;
  }

  private static Outcome<GlobalFit> restore(ModelStore.StoredFit fit, ForecastEngine engine) {
    if (fit.state().isPresent()) {
      return Outcome.ok(engine.restore(fit.modelId(), fit.state().get()));
    }
    return Outcome.failed(fit.failure().orElseThrow());
  }
}
