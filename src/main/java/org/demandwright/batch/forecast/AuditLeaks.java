package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.pipeline.LeakReport;
import org.demandwright.store.forecast.AuditStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;

/** Ends the run if a sample of its rows and forecasts has seen what lies after its origin. */
@Named
@Dependent
public class AuditLeaks extends AbstractBatchlet {
  private final VersionAtWork work;
  private final SnapshotStore snapshots;
  private final AuditStore audits;

  @Inject
  AuditLeaks(VersionAtWork work, SnapshotStore snapshots, AuditStore audits) {
    this.work = work;
    this.snapshots = snapshots;
    this.audits = audits;
  }

  @Override
  public String process() {
    VersionStore.Version version = work.version();
    LeakReport report = VersionAtWork.engine(version).audit(snapshots.panel(version.versionId()));
    audits.replace(version.versionId(), report);
    Optional<String> objection = report.objection();
    if (objection.isPresent()) {
      throw new JobFailure(objection.get());
    }
    return RunStatus.COMPLETED.name();
  }
}
