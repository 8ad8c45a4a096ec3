package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.Refused;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * The runs that stand behind the ledger of data quality. People know a run by one number, that of
 * its newest execution, as on the page of the jobs; the store knows it by its instance, which a
 * restart keeps. Of the inspections only those count that came to their end.
 */
@ApplicationScoped
public class QualityRuns {
  private static final List<String> IMPORTING =
      List.of("nightly", "import-sales", "refresh-forecasts", "forecast-plan");
  private static final String LAST_OF_IMPORT = "close-import";
  private static final List<String> INSPECTING =
      List.of("nightly", "inspect-demand", "forecast-plan");
  private static final String LAST_OF_INSPECTION = "inspect-demand";

  /** Inspections are few: what is older than the newest {@link #keepNewest} is forgotten. */
  private static final int ALL = Integer.MAX_VALUE;

  private final RunStore runs;
  private final RunDetailStore details;
  private final QualityStore quality;
  private final IntakeRunStore intake;

  @Inject
  QualityRuns(RunStore runs, RunDetailStore details, QualityStore quality, IntakeRunStore intake) {
    this.runs = runs;
    this.details = details;
    this.quality = quality;
    this.intake = intake;
  }

  QualityRuns() {
    this(null, null, null, null);
  }

  /** Returns the number by which people know an instance. */
  long number(long instanceId) {
    return numbers(Set.of(instanceId)).get(instanceId);
  }

  /** Returns the numbers by which people know instances; 0 of one that is forgotten. */
  Map<Long, Long> numbers(Set<Long> instanceIds) {
    Map<Long, RunStore.Execution> newest = runs.newestByInstance(instanceIds);
    return instanceIds.stream().collect(Collectors.toMap(id -> id, id -> number(newest.get(id))));
  }

  private static long number(RunStore.Execution newest) {
    return newest == null ? 0 : newest.executionId();
  }

  /** Returns the instance of a run that accounted for rows or inspected the demand. */
  long instance(long run) {
    return runs.execution(run)
        .map(RunStore.Execution::instanceId)
        .filter(id -> quality.runs(id + 1, 1).contains(id))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Run %d neither accounted for rows nor inspected the demand.".formatted(run)));
  }

  /** Returns what is known of an instance. */
  QualityRun of(long instanceId) {
    return of(List.of(instanceId)).get(0);
  }

  /** Returns what is known of instances, in their order. */
  List<QualityRun> of(List<Long> instanceIds) {
    if (instanceIds.isEmpty()) {
      return List.of();
    }
    List<Inspection> all = quality.inspections(Collections.max(instanceIds) + 1, ALL);
    List<Inspection> finished = finished(all);
    Set<Long> known = all.stream().map(Inspection::instanceId).collect(Collectors.toSet());
    known.addAll(instanceIds);
    Map<Long, RunStore.Execution> newest = runs.newestByInstance(known);
    Map<Long, Instant> knownAt = intake.knownAt(instanceIds);
    all.forEach(i -> knownAt.putIfAbsent(i.instanceId(), i.at()));
    return instanceIds.stream()
        .map(
            id ->
                new QualityRun(
                    number(newest.get(id)),
                    newest.containsKey(id) ? newest.get(id).job() : "",
                    knownAt.getOrDefault(id, Instant.EPOCH),
                    finished.stream()
                        .filter(i -> i.instanceId() <= id)
                        .findFirst()
                        .map(
                            i ->
                                new QualityRun.Inspection(
                                    number(newest.get(i.instanceId())),
                                    i.asOf(),
                                    i.bucket(),
                                    i.at()))))
        .toList();
  }

  /** Returns the last inspection that had come to its end when an instance ended. */
  Optional<Inspection> inspection(long instanceId) {
    return finished(quality.inspections(instanceId + 1, ALL)).stream().findFirst();
  }

  private List<Inspection> finished(List<Inspection> inspections) {
    Set<Long> finished =
        details.completed(
            inspections.stream().map(Inspection::instanceId).toList(), LAST_OF_INSPECTION);
    return inspections.stream().filter(i -> finished.contains(i.instanceId())).toList();
  }

  /**
   * Returns the newest runs whose account or inspection did not come to its end, or has not yet:
   * what the ledger shows is older than what they were to bring.
   */
  @Transactional
  public List<UnfinishedRun> unfinished() {
    Optional<RunStore.Execution> noAccount = unfinished(IMPORTING, LAST_OF_IMPORT);
    Optional<RunStore.Execution> noInspection = unfinished(INSPECTING, LAST_OF_INSPECTION);
    List<UnfinishedRun> all = new ArrayList<>();
    noAccount.ifPresent(e -> all.add(unfinished(e, true, noInspection.equals(noAccount))));
    noInspection
        .filter(e -> !noInspection.equals(noAccount))
        .ifPresent(e -> all.add(unfinished(e, false, true)));
    return all;
  }

  private Optional<RunStore.Execution> unfinished(List<String> jobs, String lastStep) {
    return runs.newestOf(jobs)
        .filter(e -> e.status() != RunStatus.COMPLETED) // one may find nothing to read anew
        .filter(e -> details.completed(Set.of(e.instanceId()), lastStep).isEmpty());
  }

  private static UnfinishedRun unfinished(
      RunStore.Execution e, boolean accountMissing, boolean inspectionMissing) {
    return new UnfinishedRun(
        e.executionId(), e.job(), e.status(), accountMissing, inspectionMissing);
  }

  /** Forgets what inspections found, but not the newest that came to their end and those since. */
  @Transactional
  public void keepNewest(int finished) {
    finished(quality.inspections(Long.MAX_VALUE, ALL)).stream()
        .skip(finished - 1L)
        .findFirst()
        .ifPresent(oldest -> quality.forgetBefore(oldest.instanceId()));
  }
}
