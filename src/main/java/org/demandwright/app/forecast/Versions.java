package org.demandwright.app.forecast;

import org.demandwright.app.run.PlannedTerms;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.store.forecast.AuditStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** A stored version as doors show it. */
final class Versions {
  private Versions() {}

  static VersionRecord record(VersionStore.Version v, RunStore runs) {
    VersionStore.Recipe r = v.recipe();
    return new VersionRecord(
        v.versionId(),
        v.status(),
        v.plan().name(),
        v.plan().differs().stream().sorted().map(PlanSetting::toString).toList(),
        r.bucket().name(),
        r.horizon(),
        r.objective(),
        r.origin(),
        r.dataAsOf(),
        v.series(),
        v.failed(),
        v.totalMean(),
        new VersionRecord.NotRecommended(
            v.notRecommended().series(),
            v.notRecommended().totalMean(),
            v.notRecommended().totalMean() / v.totalMean()),
        v.contentHash(),
        v.heldBecause(),
        runs.newestOf(v.instanceId()).map(RunStore.Execution::executionId).orElse(0L),
        v.createdAt(),
        v.publishedAt(),
        v.audit().map(Versions::audit),
        v.current());
  }

  /** Returns what a version was made by. */
  static PlannedTerms madeBy(VersionStore.Version v) {
    return new PlannedTerms(v.plan().name(), v.recipe().terms(), v.plan().differs());
  }

  private static VersionRecord.Audit audit(AuditStore.Audit a) {
    return new VersionRecord.Audit(a.series(), a.rows(), a.forecasts(), a.leaks(), a.firstLeak());
  }
}
