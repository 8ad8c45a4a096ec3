package org.demandwright.rest.wire;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;

/** Turns every exception into problem details; what is our own fault is logged under an id. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem told = problemOf(thrown);
    Problem problem =
        thrown instanceof Refused && told.status() == 404
            ? listAbove().map(told::seeing).orElse(told)
            : told;
    Response.ResponseBuilder response =
        thrown instanceof WebApplicationException web
            ? Response.fromResponse(web.getResponse()).status(problem.status())
            : Response.status(problem.status());
    if (!problem.retryAfter().isZero()) {
      response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toSeconds());
    }
    return response
        .header(HttpHeaders.CONTENT_LENGTH, null)
        .type(Problem.MEDIA_TYPE)
        .entity(problem.toJson(uri.getRequestUri().getPath()))
        .build();
  }

  /** The address before the first part that names one thing of many, such as {@code /events/7}. */
  private Optional<String> listAbove() {
    Set<String> names = new HashSet<>();
    uri.getPathParameters().values().forEach(names::addAll);
    StringBuilder list = new StringBuilder();
    for (String part : uri.getRequestUri().getPath().substring(1).split("/")) {
      if (names.contains(part)) {
        return Optional.of(list.toString());
      }
      list.append('/').append(part);
    }
    return Optional.empty();
  }

  static Problem problemOf(Throwable thrown) {
    Optional<Refused> away = Unavailable.behind(thrown);
    if (away.isPresent()) {
      LOG.log(Level.WARNING, "REST request not served: {0}", thrown.toString());
      return Problem.of(away.get());
    }
    if (thrown instanceof Refused refused) {
      return Problem.of(refused);
    }
    if (thrown instanceof BadParameter bad) {
      return Problem.of(bad);
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      int status = web.getResponse().getStatus();
      return Problem.of(status, Problem.usualDetail(status));
    }
    if (isUnreadableBody(thrown)) {
      return Problem.of(400, "The body is not the JSON that this address expects.");
    }
    return logged(thrown);
  }

  private static boolean isUnreadableBody(Throwable thrown) {
    return thrown instanceof JsonException
        || thrown instanceof JsonbException
        || (thrown instanceof ProcessingException && thrown.getCause() instanceof JsonException);
  }

  private static Problem logged(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "REST request failed, errorId " + id, thrown);
    return Problem.internal(id);
  }
}
