package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.RunStore;

/**
 * The runs that stand behind the ledger of data quality. People know a run by one number, that of
 * its newest execution, as on the page of the jobs; the store knows it by its instance, which a
 * restart keeps. Of the inspections only those count that came to their end.
 */
@ApplicationScoped
public class QualityRuns {
  private static final List<String> IMPORTING = List.of("nightly", "import-sales");
  private static final String LAST_OF_IMPORT = "close-import";
  private static final List<String> INSPECTING = List.of("nightly", "inspect-demand");
  private static final String LAST_OF_INSPECTION = "inspect-demand";
  private static final int PAGE = 20;

  private final RunStore runs;
  private final QualityStore quality;
  private final IntakeRunStore intake;

  @Inject
  QualityRuns(RunStore runs, QualityStore quality, IntakeRunStore intake) {
    this.runs = runs;
    this.quality = quality;
    this.intake = intake;
  }

  QualityRuns() {
    this(null, null, null);
  }

  /** Returns the number by which people know an instance. */
  long number(long instanceId) {
    return runs.newestOf(instanceId).map(RunStore.Execution::executionId).orElse(0L);
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
                    "Run %d neither accounted for rows nor inspected the demand: see".formatted(run)
                        + " /api/v1/data-quality/runs."));
  }

  /** Returns what is known of an instance. */
  public QualityRun of(long instanceId) {
    Optional<RunStore.Execution> newest = runs.newestOf(instanceId);
    Optional<QualityStore.Inspection> own = quality.inspection(instanceId);
    Instant at =
        intake
            .knownAt(instanceId)
            .or(() -> own.map(QualityStore.Inspection::at))
            .orElse(Instant.EPOCH);
    return new QualityRun(
        newest.map(RunStore.Execution::executionId).orElse(0L),
        newest.map(RunStore.Execution::job).orElse(""),
        at,
        inspection(instanceId)
            .map(
                i ->
                    new QualityRun.Inspection(
                        number(i.instanceId()), i.asOf(), i.bucket(), i.at())));
  }

  /** Returns the last inspection that had come to its end when an instance ended. */
  Optional<QualityStore.Inspection> inspection(long instanceId) {
    long before = instanceId + 1;
    for (List<QualityStore.Inspection> page = quality.inspections(before, PAGE);
        !page.isEmpty();
        page = quality.inspections(before, PAGE)) {
      Optional<QualityStore.Inspection> finished = page.stream().filter(this::finished).findFirst();
      if (finished.isPresent()) {
        return finished;
      }
      before = page.get(page.size() - 1).instanceId();
    }
    return Optional.empty();
  }

  private boolean finished(QualityStore.Inspection inspection) {
    return runs.completed(inspection.instanceId(), LAST_OF_INSPECTION);
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
    return runs.newestOf(jobs).filter(e -> !runs.completed(e.instanceId(), lastStep));
  }

  private static UnfinishedRun unfinished(
      RunStore.Execution e, boolean accountMissing, boolean inspectionMissing) {
    return new UnfinishedRun(
        e.executionId(), e.job(), e.status(), accountMissing, inspectionMissing);
  }

  /** Forgets what inspections found, but not the newest that came to their end and those since. */
  @Transactional
  public void keepNewest(int finished) {
    quality.inspections(Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .filter(this::finished)
        .skip(finished - 1L)
        .findFirst()
        .ifPresent(oldest -> quality.forgetBefore(oldest.instanceId()));
  }
}
