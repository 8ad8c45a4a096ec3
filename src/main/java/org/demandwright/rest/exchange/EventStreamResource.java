package org.demandwright.rest.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.security.HeldCall;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens, told while it does. */
@Path("events/stream")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Publications")
@ManagedExecutorDefinition(name = EventStreamResource.THREADS, maxAsync = 8, hungTaskThreshold = 0)
public class EventStreamResource {
  /** Threads that send, shared by all streams. */
  static final String THREADS = "java:app/concurrent/streams";

  @Inject EventStreams streams;
  @Context HttpServletRequest request;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "followEvents",
      summary = "What happens, as server-sent events",
      description =
          "Published versions, decisions about overrides, ends of runs and exports, each with an id"
              + " to go on from, and the progress of runs; everybody hears of what they may read."
              + " Data are as those of webhooks. It ends after an hour at most: ask again with the"
              + " last id.")
  public void follow(
      @HeaderParam("Last-Event-ID")
          @Parameter(description = "The last id that was seen: what happened since is told first")
          Optional<Long> behind,
      @QueryParam("seconds")
          @Parameter(description = "After how many seconds it ends, 1 to 3,600; by default 3,600")
          Optional<Integer> seconds,
      @Context SseEventSink sink,
      @Context Sse sse) {
    long longest = EventStreams.LONGEST.toSeconds();
    if (seconds.filter(s -> s < 1 || s > longest).isPresent()) {
      throw new BadParameter(
          "seconds",
          "Query parameter seconds cannot be \"%d\"".formatted(seconds.get()),
          "a whole number from 1 to " + longest);
    }
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      sink.close(); // nothing would ever be heard of it
      return;
    }
    streams.open(
        sink,
        sse,
        HeldCall.of(request),
        new EventStreams.Wish(
            behind.map(b -> Math.max(0, b)),
            seconds.map(Duration::ofSeconds).orElse(EventStreams.LONGEST)));
  }
}
