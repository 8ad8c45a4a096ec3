package org.demandwright.rest.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.run.KeepSchedules;
import org.demandwright.app.run.ScheduleRecord;
import org.demandwright.app.settings.Settings;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Passing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Missed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schedules: when jobs start by themselves. */
@Path("schedules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Jobs")
public class SchedulesResource {
  @Inject KeepSchedules schedules;
  @Inject Settings settings;
  @Context SecurityContext caller;

  /**
   * What starts when.
   *
   * @param parameters of the job; asOf may be today
   * @param cron minute hour day-of-month month day-of-week
   * @param zone the time zone of cron and blackouts, by default UTC
   * @param blackouts windows within which no run is started: MON-FRI 08:00-18:00, 22:00-04:00 or
   *     2026-12-24/2026-12-26
   * @param missed what becomes of a time at which no run could be started: by default RUN_ONCE
   */
  @Schema(
      example =
          "{\"job\": \"forecast-plan\", \"parameters\": {\"plan\": \"board\", \"asOf\": \"today\"},"
              + " \"cron\": \"0 3 1 * *\", \"zone\": \"Europe/Berlin\", \"blackouts\":"
              + " [\"MON-FRI 08:00-18:00\"], \"missed\": \"RUN_ONCE\"}")
  public record ScheduleRequest(
      String job,
      Map<String, String> parameters,
      String cron,
      Optional<String> zone,
      List<String> blackouts,
      Optional<Missed> missed) {
    ScheduleStore.Terms terms() {
      return new ScheduleStore.Terms(
          job,
          parameters,
          cron,
          zone.orElse("UTC"),
          String.join(";", blackouts),
          missed.orElse(Missed.RUN_ONCE));
    }
  }

  /**
   * A schedule to be made.
   *
   * @param name up to 40 small letters, digits and hyphens, a letter first
   */
  @Schema(
      example =
          "{\"name\": \"board\", \"schedule\": {\"job\": \"forecast-plan\", \"parameters\":"
              + " {\"plan\": \"board\"}, \"cron\": \"0 3 1 * *\", \"zone\": \"Europe/Berlin\"}}")
  public record NewSchedule(String name, ScheduleRequest schedule) {}

  /**
   * One schedule.
   *
   * @param blackouts windows within which it starts no run
   * @param configured whether it follows the configuration; a change by a person ends that
   * @param enabled whether this server starts runs by schedules at all
   * @param nextTimes the times at which it starts its job next, five at most, none while it is
   *     paused
   * @param waits whether it is due and waits for the end of another run
   * @param lastFiring what became of the last time, absent before it
   * @param changedAt absent where no person changed it
   */
  public record Schedule(
      String name,
      String job,
      Map<String, String> parameters,
      String cron,
      String zone,
      List<String> blackouts,
      Missed missed,
      boolean paused,
      boolean configured,
      boolean enabled,
      @Passing List<Instant> nextTimes,
      @Passing boolean waits,
      @Passing Firing lastFiring,
      Instant changedAt,
      String changedBy) {}

  /**
   * What became of a time.
   *
   * @param executionId the run that was started, absent where none was
   * @param said why none was, absent where one was
   */
  public record Firing(Instant at, Long executionId, String said) {
    static Firing of(ScheduleStore.Firing firing) {
      return new Firing(
          firing.at(), firing.executionId().orElse(null), Absent.where(firing.said()));
    }
  }

  private Schedule shown(ScheduleRecord record) {
    ScheduleStore.Entry entry = record.entry();
    ScheduleStore.Terms terms = entry.terms();
    return new Schedule(
        entry.name(),
        terms.job(),
        terms.parameters(),
        terms.cron(),
        terms.zone(),
        record.blackouts(),
        terms.missed(),
        entry.paused(),
        entry.configured(),
        settings.schedule().enabled(),
        record.next(),
        record.waits(),
        entry.last().map(Firing::of).orElse(null),
        entry.changed().map(ScheduleStore.Act::at).orElse(null),
        entry.changed().map(ScheduleStore.Act::by).orElse(null));
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(operationId = "listSchedules", summary = "Schedules with their next five times")
  public Listing<Schedule> all(@BeanParam ListRequest list) {
    return list.whole(Schedule.class, schedules.all().stream().map(this::shown).toList());
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getSchedule", summary = "One schedule with its next five times")
  public Schedule one(@PathParam("name") String name) {
    return shown(schedules.schedule(name));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createSchedule", summary = "Make a schedule")
  public Created<Schedule> create(NewSchedule body) {
    ScheduleRecord made = schedules.create(body.name(), body.schedule().terms(), callerName());
    return new Created<>(shown(made), made.entry().name());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeSchedule",
      summary = "Change a schedule; the configuration's follows it no longer")
  public Schedule change(
      @PathParam("name") String name, ScheduleRequest body, @BeanParam IfMatch seen) {
    return shown(schedules.change(name, body.terms(), seen.of(this::shown), callerName()));
  }

  @POST
  @Path("{name}/pause")
  @Operation(operationId = "pauseSchedule", summary = "Start nothing until it is resumed")
  public Schedule pause(@PathParam("name") String name, @BeanParam IfMatch seen) {
    return shown(schedules.pause(name, seen.of(this::shown), callerName()));
  }

  @POST
  @Path("{name}/resume")
  @Operation(
      operationId = "resumeSchedule",
      summary = "Go on from now: what would have been started meanwhile is left out")
  public Schedule resume(@PathParam("name") String name, @BeanParam IfMatch seen) {
    return shown(schedules.resume(name, seen.of(this::shown), callerName()));
  }

  @DELETE
  @Path("{name}")
  @Operation(
      operationId = "deleteSchedule",
      summary =
          "Remove a schedule; the configuration's, where a person changed it, follows it again")
  public void delete(@PathParam("name") String name, @BeanParam IfMatch seen) {
    schedules.delete(name, seen.of(this::shown));
  }

  private String callerName() {
    return caller.getUserPrincipal().getName();
  }
}
