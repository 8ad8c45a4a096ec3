package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Starts, watches, stops and restarts batch jobs. Every refusal is a {@link Refused}. */
@ApplicationScoped
public class JobControl {
  private static final Logger LOG = System.getLogger(JobControl.class.getName());

  private final JobLauncher launcher;
  private final RunLease lease;
  private final RunStore runs;
  private final JobRuns views;
  private final ForecastPlans plans;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  JobControl(
      JobLauncher launcher,
      RunLease lease,
      RunStore runs,
      JobRuns views,
      ForecastPlans plans,
      AuditTrail audit,
      Clock clock) {
    this.launcher = launcher;
    this.lease = lease;
    this.runs = runs;
    this.views = views;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  JobControl() {
    this(null, null, null, null, null, null, null);
  }

  /** Returns the jobs that can be started, the nightly one first. */
  public List<JobDescription> jobs() {
    return JobCatalog.jobs();
  }

  /** Starts a job; refused while another run of the pipeline is under way. */
  public JobRun start(String job, Map<String, String> parameters, String by) {
    Map<String, String> checked =
        JobCatalog.check(job, parameters, Runtime.getRuntime().availableProcessors());
    Optional.ofNullable(checked.get(JobParameter.PLAN.parameter())).ifPresent(plans::inUse);
    lease.claim();
    long executionId;
    try {
      executionId = launcher.start(job, checked);
    } catch (RuntimeException e) {
      lease.release();
      throw e;
    }
    lease.holdFor(executionId);
    LOG.log(Level.INFO, "{0} started {1} as execution {2}", by, job, executionId);
    audit.record(
        "job.start",
        "job-execution/" + executionId,
        AuditTrail.NOTHING,
        Map.of("job", job, "parameters", checked, "by", by));
    return views.of(run(executionId));
  }

  /** Asks a run to stop at the end of its current chunk. */
  public JobRun stop(long executionId) {
    RunStore.Execution run = run(executionId);
    if (!views.of(run).stoppable()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution " + executionId + " is " + run.status() + ": it cannot be stopped.");
    }
    launcher.stop(executionId);
    audit.record(
        "job.stop",
        "job-execution/" + executionId,
        Map.of("status", run.status()),
        AuditTrail.NOTHING);
    return views.of(run(executionId));
  }

  /** Goes on with a stopped or failed run where it broke off. */
  public JobRun restart(long executionId) {
    RunStore.Execution run = run(executionId);
    if (run.status() == RunStatus.COMPLETED || run.status() == RunStatus.ABANDONED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution " + executionId + " is " + run.status() + ": start a new run instead.");
    }
    if (!JobCatalog.holds(run.job())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution %d is one of %s, which nobody starts by hand: ask anew for what it made."
              .formatted(executionId, run.job()));
    }
    lease.claim();
    long restarted;
    try {
      restarted = launcher.restart(executionId);
    } catch (RuntimeException e) {
      lease.release();
      throw e;
    }
    lease.holdFor(restarted);
    audit.record(
        "job.restart",
        "job-execution/" + executionId,
        Map.of("status", run.status()),
        Map.of("executionId", restarted));
    return views.of(run(restarted));
  }

  /**
   * Gives up a run that broke off, or that the repository believes to be under way while nobody
   * runs it, as after a crash that no restart gets over: it is ABANDONED, nothing goes on with it,
   * and the pipeline is free for others.
   */
  public JobRun abandon(long executionId) {
    RunStore.Execution run = run(executionId);
    if (run.status() == RunStatus.COMPLETED || run.status() == RunStatus.ABANDONED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution " + executionId + " is " + run.status() + ": there is nothing to give up.");
    }
    if (run.ended()) {
      launcher.abandon(executionId);
    } else {
      breakOff(run);
    }
    LOG.log(Level.INFO, "Execution {0} is given up", Long.toString(executionId));
    audit.record(
        "job.abandon",
        "job-execution/" + executionId,
        Map.of("status", run.status()),
        Map.of("status", RunStatus.ABANDONED));
    return views.of(run(executionId));
  }

  /** Whoever has the lease knows that nobody runs it, and that nobody takes it up meanwhile. */
  private void breakOff(RunStore.Execution run) {
    if (!JobCatalog.holds(run.job())) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution %d is one of %s, which the server goes on with by itself."
              .formatted(run.executionId(), run.job()));
    }
    lease.claim();
    try {
      runs.breakOff(run.executionId(), clock.now());
      launcher.abandon(run.executionId());
    } finally {
      lease.release();
    }
  }

  public Optional<JobRun> find(long executionId) {
    return runs.execution(executionId).map(views::of);
  }

  /** Returns runs, newest first. */
  public Page<JobRun> runs(Optional<String> cursor, int limit) {
    long before = cursor.map(Cursors::number).orElse(Long.MAX_VALUE);
    return Page.of(
        views.of(runs.before(before, limit)), limit, run -> Cursors.of(run.executionId()));
  }

  private RunStore.Execution run(long executionId) {
    return runs.execution(executionId)
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no execution " + executionId + "."));
  }
}
