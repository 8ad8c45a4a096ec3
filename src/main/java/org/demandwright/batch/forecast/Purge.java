package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.demandwright.app.access.AuditLog;
import org.demandwright.app.forecast.ArchiveRetention;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.forecast.EvidenceStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunStatus;

/**
 * Removes old versions of the job's plan, or of every plan where it was told none. The newest so
 * many of each stay, and so do the published one, the one that a roll back would go to, and the one
 * that this run builds. What is archived of them, and what proves it, stays for as many days as are
 * set. Events that the audit has kept long enough go, too, and history that was once taken over by
 * lifecycle links and that none of these versions saw.
 */
@Named
@Dependent
public class Purge extends AbstractBatchlet {
  private final VersionStore versions;
  private final EvidenceStore evidence;
  private final PlanStore plans;
  private final ArchiveRetention archive;
  private final JobContext job;
  private final PlanAtWork work;
  private final AuditLog audit;
  private final LinkStore links;

  @Inject
  @BatchProperty(name = "keepVersions")
  int keepVersions;

  @Inject
  Purge(
      VersionStore versions,
      EvidenceStore evidence,
      PlanStore plans,
      ArchiveRetention archive,
      JobContext job,
      PlanAtWork work,
      AuditLog audit,
      LinkStore links) {
    this.versions = versions;
    this.evidence = evidence;
    this.plans = plans;
    this.archive = archive;
    this.job = job;
    this.work = work;
    this.audit = audit;
    this.links = links;
  }

  @Override
  public String process() {
    List<String> names =
        work.told()
            .map(List::of)
            .orElseGet(() -> plans.all().stream().map(PlanStore.Plan::name).toList());
    List<Long> old = names.stream().flatMap(this::old).toList();
    old.forEach(version -> evidence.keep(List.of(version)));
    versions.delete(old);
    archive.purge();
    evidence.forgetUnarchived();
    links.forgetUnseen();
    audit.forgetOld();
    return RunStatus.COMPLETED.name();
  }

  private Stream<Long> old(String plan) {
    List<VersionStore.Version> all =
        versions.before(List.of(plan), Long.MAX_VALUE, Integer.MAX_VALUE);
    long previous =
        versions
            .publication(plan)
            .flatMap(p -> versions.previous(p.versionId()))
            .map(VersionStore.Version::versionId)
            .orElse(-1L);
    return all.stream()
        .skip(keepVersions)
        .filter(v -> !v.current() && v.versionId() != previous)
        .filter(v -> v.instanceId() != job.getInstanceId())
        .map(VersionStore.Version::versionId);
  }
}
