package org.demandwright.console.run;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.demandwright.app.Refused;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobDescription;
import org.demandwright.app.run.JobRun;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.primefaces.PrimeFaces;

/** Prepares {@code admin/jobs.xhtml}: runs newest first, live while one is under way. */
@Named
@ViewScoped
public class JobsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 15;

  @Inject JobControl control;

  private final Pager<JobRun> runs = new Pager<>(cursor -> control.runs(cursor, ROWS));
  private String job;
  private final Map<String, String> parameters = new HashMap<>();

  /** All runs. */
  public Pager<JobRun> getRuns() {
    return runs;
  }

  /** Runs on this page that are under way. */
  public List<JobRun> getRunning() {
    return runs.getRows().stream().filter(run -> !run.ended()).toList();
  }

  /** Runs on this page that have come to an end. */
  public List<JobRun> getEnded() {
    return runs.getRows().stream().filter(JobRun::ended).toList();
  }

  /** Whether no job ever ran. */
  public boolean isNeverRun() {
    return !runs.isLessThere() && runs.getRows().isEmpty();
  }

  /** Reads progress again; the list of ended runs only changes when one has ended. */
  public void refresh() {
    List<Long> before = getRunning().stream().map(JobRun::executionId).toList();
    runs.reload();
    if (!before.equals(getRunning().stream().map(JobRun::executionId).toList())) {
      PrimeFaces.current().ajax().update("jobs:page", "readers");
    }
  }

  public List<JobDescription> getJobs() {
    return control.jobs();
  }

  public Optional<JobDescription> getChosen() {
    return getJobs().stream().filter(known -> known.name().equals(getJob())).findFirst();
  }

  /** Forgets what was filled in for the job chosen before. */
  public void choose() {
    parameters.clear();
  }

  /** Starts the first job with its defaults. */
  public void runFirst() {
    String first = getJobs().get(0).name();
    attempt("jobs.started", () -> control.start(first, Map.of(), caller()));
  }

  /** Starts the chosen job; a field left empty means its default. */
  public void run() {
    Map<String, String> given = new HashMap<>(parameters);
    given.values().removeIf(value -> value == null || value.isBlank());
    given.replaceAll((name, value) -> value.strip());
    boolean started = attempt("jobs.started", () -> control.start(job, given, caller()));
    PrimeFaces.current().ajax().addCallbackParam("started", started);
  }

  public void stop(long executionId) {
    attempt("jobs.stopping", () -> control.stop(executionId));
  }

  public void restart(long executionId) {
    attempt("jobs.restarted", () -> control.restart(executionId));
  }

  private boolean attempt(String message, Supplier<JobRun> action) {
    runs.reload();
    try {
      JobRun run = action.get();
      runs.restart();
      Messages.done(message, run.job(), Long.toString(run.executionId()));
      return true;
    } catch (Refused refused) {
      Messages.refused(refused);
      return false;
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  /** The job chosen in the dialog, at first the first. */
  public String getJob() {
    if (job == null) {
      job = getJobs().get(0).name();
    }
    return job;
  }

  public void setJob(String job) {
    this.job = job;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }
}
