package org.demandwright.batch.forecast;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;

/** The forecast version that a running job works on, and the engine that its recipe describes. */
@Dependent
public class VersionAtWork {
  private final VersionStore versions;
  private final JobContext job;
  private final PlanAtWork plan;

  @Inject
  VersionAtWork(VersionStore versions, JobContext job, PlanAtWork plan) {
    this.versions = versions;
    this.job = job;
    this.plan = plan;
  }

  /**
   * Returns the version that this job instance opened; a job that did not open one
   * (publish-forecasts by itself) works on the newest version of its plan that was not finished.
   */
  VersionStore.Version version() {
    return versions
        .ofInstance(job.getInstanceId())
        .or(() -> versions.newest(plan.name(), VersionStatus.BUILDING))
        .orElseThrow(
            () ->
                new JobFailure(
                    ("There is no trained version of plan %s to publish. Run train-models or nightly"
                            + " first.")
                        .formatted(plan.name())));
  }

  static ForecastEngine engine(VersionStore.Version version) {
    return new ForecastEngine(version.recipe().options());
  }
}
