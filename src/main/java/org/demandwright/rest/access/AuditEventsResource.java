package org.demandwright.rest.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.app.access.AuditLog;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done by whom: every change and every login. Nothing here can be changed. */
@Path("audit-events")
@RequestScoped
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit")
public class AuditEventsResource {
  @Inject AuditLog audit;

  /**
   * One thing that was done.
   *
   * @param actor name of an account; system where no request stands behind it, nobody where it is
   *     not known who asked
   * @param address from which the request came
   * @param requestId X-Request-Id of that request
   * @param action such as correction.withdraw, login.fail
   * @param subject the thing, such as correction/12
   * @param before JSON of what it was
   * @param after JSON of what it is now
   */
  public record Event(
      long eventId,
      Instant happenedAt,
      String actor,
      String address,
      String requestId,
      String action,
      String subject,
      Optional<String> before,
      Optional<String> after) {
    static Event of(AuditEvent e) {
      return new Event(
          e.eventId(),
          e.happenedAt(),
          e.actor(),
          Absent.where(e.address()),
          Absent.where(e.requestId()),
          e.action(),
          e.subject(),
          e.before(),
          e.after());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-happenedAt,-eventId")
  @Operation(operationId = "listAuditEvents", summary = "What was done by whom, newest first")
  public Listing<Event> all(
      @QueryParam("actor") Optional<String> actor,
      @QueryParam("action") Optional<String> action,
      @QueryParam("subject") Optional<String> subject,
      @QueryParam("from") Optional<Instant> from,
      @QueryParam("until") Optional<Instant> until,
      @BeanParam ListRequest list) {
    AuditEventStore.Filter filter = new AuditEventStore.Filter(actor, action, subject, from, until);
    return list.list(
        Event.class, (cursor, limit) -> audit.all(filter, cursor, limit).map(Event::of));
  }
}
