package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import org.demandwright.app.demand.EventPlanning;
import org.demandwright.app.demand.EventRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that people enter and the next run of the forecast knows in advance. */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Events")
public class EventsResource {
  @Inject EventPlanning planning;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

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
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("firstDay,eventId")
  @Operation(operationId = "listEvents", summary = "Events that people have entered")
  public Listing<Event> all(@BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        Event.class, (cursor, limit) -> planning.page(seen, cursor, limit).map(Event::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getEvent", summary = "One event")
  public Event one(@PathParam("id") long eventId) {
    return Event.of(planning.event(scope.get(), eventId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createEvent",
      summary = "Enter an event; its effect is learned from its second occasion on")
  public Created<Event> add(EventRequest body) {
    EventRecord added =
        planning.add(scope.get(), body.request(), caller.getUserPrincipal().getName());
    return new Created<>(Event.of(added), added.eventId());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "deleteEvent",
      summary = "Remove an event; versions that knew it keep it")
  public void remove(@PathParam("id") long eventId, @BeanParam IfMatch seen) {
    planning.remove(scope.get(), eventId, seen.of(Event::of));
  }
}
