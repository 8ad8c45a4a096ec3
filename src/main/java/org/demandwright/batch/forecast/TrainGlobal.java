package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Outcome;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.store.forecast.ModelStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Trains the global models on all series as they were known at one origin. */
@Named
@Dependent
public class TrainGlobal extends AbstractBatchlet {
  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final ModelStore models;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "origin")
  int origin;

  @Inject
  TrainGlobal(
      VersionAtWork work,
      SnapshotStore snapshots,
      ModelStore models,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.work = work;
    this.snapshots = snapshots;
    this.models = models;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public String process() {
    VersionStore.Version version = work.version();
    Map<String, Outcome<GlobalFit>> fits =
        VersionAtWork.engine(version).trainGlobal(snapshots.panel(version.versionId()), origin);
    models.replace(version.versionId(), origin, stored(fits));
    runs.advance(job.getInstanceId(), step.getStepName(), origin, 1);
    return RunStatus.COMPLETED.name();
  }

  private List<ModelStore.StoredFit> stored(Map<String, Outcome<GlobalFit>> fits) {
    return fits.entrySet().stream()
        .map(
            e ->
                new ModelStore.StoredFit(
                    origin,
                    e.getKey(),
                    e.getValue().toOptional().map(GlobalFit::state),
                    e.getValue().toFailure()))
        .toList();
  }
}
