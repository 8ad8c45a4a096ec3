package org.demandwright.rest.wire;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;

/** Turns every exception into problem details; what is our own fault is logged under an id. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  private static final int NOT_ACCEPTABLE = 406;

  @Context UriInfo uri;
  @Context Request request;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem told = problemOf(thrown);
    Problem problem =
        thrown instanceof Refused && told.status() == 404
            ? listAbove().map(told::seeing).orElse(told)
            : told;
    if (problem.status() == NOT_ACCEPTABLE) {
      problem = problem.offering(offered());
    }
    Response.ResponseBuilder response =
        thrown instanceof WebApplicationException web
            ? Response.fromResponse(web.getResponse()).status(problem.status())
            : Response.status(problem.status());
    if (!problem.retryAfter().isZero()) {
      response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toSeconds());
    }
    if (problem.status() == 405) {
      response.header(HttpHeaders.ALLOW, null).header(HttpHeaders.ALLOW, allowed(thrown));
    }
    return response
        .header(HttpHeaders.CONTENT_LENGTH, null)
        .type(Problem.MEDIA_TYPE)
        .entity(problem.toJson(uri.getRequestUri().getPath()))
        .build();
  }

  private Set<String> offered() {
    String verb =
        request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
    return OfferedTypes.of(OfferedTypes.resources(), verb, uri.getPath());
  }

  /** What reads by GET reads by HEAD. */
  private static String allowed(Throwable thrown) {
    Set<String> methods =
        thrown instanceof WebApplicationException web
            ? new TreeSet<>(web.getResponse().getAllowedMethods())
            : new TreeSet<>();
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
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
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<Problem> ofTheRequest = wrongRequest(t);
      if (ofTheRequest.isPresent()) {
        return ofTheRequest.get();
      }
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return Problem.of(web.getResponse().getStatus());
    }
    return logged(thrown);
  }

  /** What reading the request fails with; the server wraps some of it. */
  private static Optional<Problem> wrongRequest(Throwable thrown) {
    if (thrown instanceof Refused refused) {
      return Optional.of(Problem.of(refused));
    }
    if (thrown instanceof BadParameter bad) {
      return Optional.of(Problem.of(bad));
    }
    if (thrown instanceof BadHeader bad) {
      return Optional.of(Problem.of(bad));
    }
    if (thrown instanceof BadBody bad) {
      return Optional.of(Problem.of(bad));
    }
    if (thrown instanceof RefusedAs refused) {
      return Optional.of(Problem.of(refused));
    }
    return Optional.empty();
  }

  private static Problem logged(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "REST request failed, errorId " + id, thrown);
    return Problem.internal(id);
  }
}
