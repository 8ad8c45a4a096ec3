package org.demandwright.rest.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobRun;
import org.demandwright.app.run.RunLog;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.run.RunStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Executions of batch jobs: start, watch, stop, restart. */
@Path("job-executions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Jobs")
public class JobExecutionsResource {
  @Inject JobControl control;
  @Inject RunLog log;
  @Context SecurityContext caller;

  /**
   * One execution.
   *
   * @param instanceId identity that a run keeps over its restarts
   * @param status STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
   * @param severity ERROR where something ended the run, WARNING where it went on and something is
   *     worth a look, absent where there is nothing to say
   * @param message every note as one text, empty where there is none
   * @param notes what went wrong or is worth a look, and what to do
   */
  public record Execution(
      long executionId,
      long instanceId,
      String job,
      RunStatus status,
      String severity,
      String message,
      List<Note> notes,
      Map<String, String> parameters,
      Instant createdAt,
      Instant startedAt,
      Instant endedAt,
      List<Step> steps,
      boolean stoppable,
      boolean restartable) {

    public static Execution of(JobRun run) {
      return new Execution(
          run.executionId(),
          run.instanceId(),
          run.job(),
          run.status(),
          run.severity().map(Enum::name).orElse(null),
          run.message(Wordbook.english()),
          run.notes().stream().map(Note::of).toList(),
          run.parameters(),
          run.createdAt().orElse(null),
          run.startedAt().orElse(null),
          run.endedAt().orElse(null),
          run.steps().stream().map(Step::of).toList(),
          run.stoppable(),
          run.restartable());
    }
  }

  /**
   * What a step had to say.
   *
   * @param severity ERROR or WARNING
   * @param step empty where the run as a whole is meant
   */
  public record Note(String severity, String step, String text) {
    static Note of(JobRun.Note note) {
      return new Note(note.severity().name(), note.step(), Wordbook.english().say(note.words()));
    }
  }

  /**
   * One step of an execution.
   *
   * @param total items to do, 0 while unknown
   * @param unit what an item is: "lines", "series", …
   * @param secondsLeft estimated, absent while unknown
   */
  public record Step(
      String name,
      RunStatus status,
      long done,
      long total,
      String unit,
      Double perSecond,
      Long secondsLeft,
      Instant startedAt,
      Instant endedAt) {

    static Step of(JobRun.Step step) {
      return new Step(
          step.name(),
          step.status(),
          step.done(),
          step.total(),
          step.unit(),
          Decimals.finite(step.perSecond()),
          step.secondsLeft().orElse(null),
          step.startedAt().orElse(null),
          step.endedAt().orElse(null));
    }
  }

  /**
   * What happened to an execution.
   *
   * @param step absent where the run as a whole is meant
   * @param status of the run or the step when it ended
   * @param by who asked for it
   * @param action what was asked for, such as job.stop
   * @param requestId X-Request-Id of that request, by which the server's log knows it
   * @param text what was said
   */
  public record LogEntry(
      Instant at,
      RunLog.What what,
      String step,
      RunStatus status,
      String by,
      String action,
      String requestId,
      String text) {
    static LogEntry of(RunLog.Entry entry) {
      return new LogEntry(
          entry.at(),
          entry.what(),
          Absent.where(entry.step()),
          entry.status().orElse(null),
          entry.by().map(RunLog.By::actor).orElse(null),
          entry.by().map(RunLog.By::action).orElse(null),
          entry.by().map(RunLog.By::requestId).orElse(null),
          entry.words().map(Wordbook.english()::say).orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-executionId")
  @Operation(operationId = "listJobExecutions", summary = "Executions, newest first")
  public Listing<Execution> page(@BeanParam ListRequest list) {
    return list.list(
        Execution.class, (cursor, limit) -> control.runs(cursor, limit).map(Execution::of));
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getJobExecution",
      summary = "One execution with the progress of its steps")
  public Execution one(@PathParam("id") long executionId) {
    return control
        .find(executionId)
        .map(Execution::of)
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no execution " + executionId + "."));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "startJob", summary = "Start a job; Location leads to its execution")
  public Accepted<Execution> start(StartRequest wanted) {
    return accepted(
        control.start(wanted.job(), wanted.parameters(), caller.getUserPrincipal().getName()));
  }

  @POST
  @Path("{id}/stop")
  @Operation(
      operationId = "stopJobExecution",
      summary = "Stop an execution at the end of its current chunk")
  public Accepted<Execution> stop(@PathParam("id") long executionId) {
    return accepted(control.stop(executionId));
  }

  @POST
  @Path("{id}/restart")
  @Operation(
      operationId = "restartJobExecution",
      summary = "Go on with a stopped or failed execution as a new one")
  public Accepted<Execution> restart(@PathParam("id") long executionId) {
    return accepted(control.restart(executionId));
  }

  @POST
  @Path("{id}/abandon")
  @Operation(
      operationId = "abandonJobExecution",
      summary = "Give up an execution that nobody runs, also one that hangs after a crash",
      description =
          "It is ABANDONED then and cannot be restarted; what it published stays. 409 while it"
              + " runs, or another run does.")
  public Execution abandon(@PathParam("id") long executionId) {
    return Execution.of(control.abandon(executionId));
  }

  @GET
  @Path("{id}/log")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-at")
  @Operation(
      operationId = "listJobExecutionLog",
      summary = "What happened to an execution, newest first: at most its last 1,000 entries")
  public Listing<LogEntry> log(@PathParam("id") long executionId, @BeanParam ListRequest list) {
    return list.list(
        LogEntry.class, (cursor, limit) -> log.of(executionId, cursor, limit).map(LogEntry::of));
  }

  private static Accepted<Execution> accepted(JobRun run) {
    return new Accepted<>(Execution.of(run), "job-executions/" + run.executionId());
  }
}
