package org.demandwright.batch.forecast;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;

/** The forecast version that a running job works on, and the engine that its recipe describes. */
@Dependent
public class VersionAtWork {
  private final VersionStore versions;
  private final JobContext job;

  @Inject
  VersionAtWork(VersionStore versions, JobContext job) {
    this.versions = versions;
    this.job = job;
  }

  /**
   * Returns the version that this job instance opened; a job that did not open one
   * (publish-forecasts by itself) works on the newest version that was not finished.
   */
  VersionStore.Version version() {
    return versions
        .ofInstance(job.getInstanceId())
        .or(() -> versions.newest(PlanStore.DEFAULT, VersionStatus.BUILDING))
        .orElseThrow(
            () ->
                new JobFailure(
                    "There is no trained version to publish. Run train-models or nightly first."));
  }

  static EngineOptions options(Recipe r) {
    List<String> models = Arrays.asList(r.models().split(","));
    return new EngineOptions(
        r.bucket(),
        r.season(),
        r.horizon(),
        r.origins(),
        r.seed(),
        models,
        Objective.named(r.objective()),
        Set.of());
  }

  static ForecastEngine engine(VersionStore.Version version) {
    return new ForecastEngine(options(version.recipe()));
  }
}
