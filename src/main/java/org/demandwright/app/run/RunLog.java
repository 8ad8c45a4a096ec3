package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.Words;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * What happened to an execution, newest first: who asked for it, when its steps began and ended,
 * and what they had to say. It is read from what is kept of it; the server's own log says more.
 */
@ApplicationScoped
@Transactional
public class RunLog {
  /** Older messages, and older demands of people, are left out. */
  static final int MOST = 1_000;

  private final RunStore runs;
  private final RunDetailStore details;
  private final AuditEventStore audit;

  @Inject
  public RunLog(RunStore runs, RunDetailStore details, AuditEventStore audit) {
    this.runs = runs;
    this.details = details;
    this.audit = audit;
  }

  RunLog() {
    this(null, null, null);
  }

  /** What an entry says. */
  public enum What {
    /** Somebody started, stopped, restarted or gave up the run. */
    ASKED,
    BEGAN,
    ENDED,
    STEP_BEGAN,
    STEP_ENDED,
    /** A step had something to say. */
    SAID
  }

  /**
   * One entry.
   *
   * @param step empty where the run as a whole is meant
   * @param status of the run or the step when it ended
   * @param by who asked, in which request
   * @param words what was said, empty where {@code what} says it all
   */
  public record Entry(
      Instant at,
      What what,
      String step,
      Optional<RunStatus> status,
      Optional<By> by,
      Optional<Words> words) {}

  /**
   * Who asked for something.
   *
   * @param action such as {@code job.stop}
   * @param requestId by which it is found in the server's log
   */
  public record By(String actor, String action, String requestId) {}

  /**
   * Returns what happened to an execution, newest first.
   *
   * @throws Refused NOT_FOUND where there is no such execution
   */
  public Page<Entry> of(long executionId, Optional<String> cursor, int limit) {
    RunStore.Execution run =
        runs.execution(executionId)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "There is no execution " + executionId + "."));
    List<Entry> entries = new ArrayList<>();
    run.startedAt().ifPresent(at -> entries.add(plain(at, What.BEGAN, "", Optional.empty())));
    details
        .steps(List.of(executionId))
        .getOrDefault(executionId, List.of())
        .forEach(step -> add(entries, step));
    run.endedAt()
        .filter(at -> run.ended())
        .ifPresent(at -> entries.add(plain(at, What.ENDED, "", Optional.of(run.status()))));
    details.said(executionId, MOST).forEach(said -> entries.add(said(said)));
    asked(executionId).forEach(event -> entries.add(asked(event)));
    entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::what).reversed());
    return Page.within(entries.subList(0, Math.min(MOST, entries.size())), cursor, limit);
  }

  private List<AuditEvent> asked(long executionId) {
    AuditEventStore.Filter about =
        new AuditEventStore.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.of("job-execution/" + executionId),
            Optional.empty(),
            Optional.empty());
    return audit.older(AuditEventStore.Position.NEWEST, about, MOST);
  }

  private static void add(List<Entry> entries, RunDetailStore.StepExecution step) {
    step.startedAt()
        .ifPresent(at -> entries.add(plain(at, What.STEP_BEGAN, step.step(), Optional.empty())));
    step.endedAt()
        .filter(at -> step.status().ended())
        .ifPresent(
            at -> entries.add(plain(at, What.STEP_ENDED, step.step(), Optional.of(step.status()))));
  }

  private static Entry plain(Instant at, What what, String step, Optional<RunStatus> status) {
    return new Entry(at, what, step, status, Optional.empty(), Optional.empty());
  }

  private static Entry said(RunDetailStore.Said said) {
    return new Entry(
        said.at(),
        What.SAID,
        said.step(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(said.words()));
  }

  private static Entry asked(AuditEvent event) {
    return new Entry(
        event.happenedAt(),
        What.ASKED,
        "",
        Optional.empty(),
        Optional.of(new By(event.actor(), event.action(), event.requestId())),
        Optional.empty());
  }
}
