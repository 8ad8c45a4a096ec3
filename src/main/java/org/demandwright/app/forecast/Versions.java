package org.demandwright.app.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.store.forecast.AuditStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Stored versions as doors show them. */
final class Versions {
  private Versions() {}

  static VersionRecord record(VersionStore.Version v, RunStore runs) {
    return records(List.of(v), runs).get(0);
  }

  /** Returns versions, each with the number by which people know its run. */
  static List<VersionRecord> records(List<VersionStore.Version> versions, RunStore runs) {
    Map<Long, RunStore.Execution> newest =
        runs.newestByInstance(versions.stream().map(VersionStore.Version::instanceId).toList());
    return versions.stream()
        .map(v -> record(v, Optional.ofNullable(newest.get(v.instanceId()))))
        .toList();
  }

  private static VersionRecord record(VersionStore.Version v, Optional<RunStore.Execution> run) {
    Recipe r = v.recipe();
    return new VersionRecord(
        v.versionId(),
        v.status(),
        v.plan().name(),
        v.plan().differs().stream().sorted().map(PlanSetting::toString).toList(),
        new VersionRecord.Made(
            v.lineage().training(),
            v.lineage().basedOn(),
            v.lineage().contestOf(),
            v.lineage().contestDay()),
        r.bucket(),
        r.horizon(),
        r.terms().objective(),
        r.origin(),
        r.dataAsOf(),
        v.series(),
        v.failed(),
        v.totalMean(),
        VersionRecord.NotRecommended.of(v.notRecommended(), v.totalMean()),
        v.contentHash(),
        v.heldBecause(),
        run.map(RunStore.Execution::executionId).orElse(0L),
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
