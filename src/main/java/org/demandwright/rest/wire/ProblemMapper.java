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
import java.util.UUID;
import org.demandwright.app.Refused;

/** Turns every exception into problem details; what is our own fault is logged under an id. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = problemOf(thrown);
    Response.ResponseBuilder response =
        thrown instanceof WebApplicationException web
            ? Response.fromResponse(web.getResponse()).status(problem.status())
            : Response.status(problem.status());
    return response
        .header(HttpHeaders.CONTENT_LENGTH, null)
        .type(Problem.MEDIA_TYPE)
        .entity(problem.toJson(uri.getRequestUri().getPath()))
        .build();
  }

  static Problem problemOf(Throwable thrown) {
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
