package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Inject
  JobControl(
      JobLauncher launcher,
      RunLease lease,
      RunStore runs,
      JobRuns views,
      ForecastPlans plans,
      AuditTrail audit) {
    this.launcher = launcher;
    this.lease = lease;
    this.runs = runs;
    this.views = views;
    this.plans = plans;
    this.audit = audit;
  }

  JobControl() {
    this(null, null, null, null, null, null);
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
    if (run.status() == RunStatus.COMPLETED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Execution " + executionId + " is COMPLETED: start a new run instead.");
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

  public Optional<JobRun> find(long executionId) {
    return runs.execution(executionId).map(views::of);
  }

  /** Returns runs, newest first. */
  public Page<JobRun> runs(Optional<String> cursor, int limit) {
    long before = cursor.map(Cursors::number).orElse(Long.MAX_VALUE);
    List<JobRun> rows = views.of(runs.before(before, limit));
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(Cursors.of(rows.get(rows.size() - 1).executionId())));
  }

  private RunStore.Execution run(long executionId) {
    return runs.execution(executionId)
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no execution " + executionId + "."));
  }
}
