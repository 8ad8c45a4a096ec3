package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.demand.EventPlanning;
import org.demandwright.app.demand.EventRecord;
import org.demandwright.rest.wire.Absent;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that people enter and the next run of the forecast knows in advance. */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Events")
public class EventsResource {
  @Inject EventPlanning planning;
  @Context SecurityContext caller;

  /** All events, in the order of their first day. */
  public record Events(List<Event> rows) {}

  /**
   * One event.
   *
   * @param lastDay its last day, included
   * @param yearly whether it happens on the same dates of every year
   * @param siteId the site that it concerns, absent where it concerns all
   * @param category the category of items that it concerns, absent where it concerns all
   */
  public record Event(
      long eventId,
      String name,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean yearly,
      String siteId,
      String category,
      String enteredBy,
      Instant enteredAt) {

    static Event of(EventRecord event) {
      return new Event(
          event.eventId(),
          event.name(),
          event.firstDay(),
          event.lastDay(),
          event.yearly(),
          Absent.where(event.siteId()),
          Absent.where(event.category()),
          event.enteredBy(),
          event.enteredAt());
    }
  }

  @GET
  @Operation(summary = "All events that people have entered")
  public Events all() {
    return new Events(planning.all().stream().map(Event::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Enter an event; its effect is learned from its second occasion on")
  public Response add(
      @RequestBody(content = @Content(schema = @Schema(example = EventRequest.EXAMPLE)))
          String body) {
    EventRecord added = planning.add(EventRequest.parse(body), caller.getUserPrincipal().getName());
    return Response.status(Response.Status.CREATED).entity(Event.of(added)).build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Remove an event; versions that knew it keep it")
  public void remove(@PathParam("id") long eventId) {
    planning.remove(eventId);
  }
}
