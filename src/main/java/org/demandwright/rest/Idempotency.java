package org.demandwright.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demandwright.app.exchange.NamedRequests;
import org.demandwright.app.exchange.NamedRequests.Standing;
import org.demandwright.rest.wire.BadHeader;
import org.demandwright.rest.wire.Bodies;
import org.demandwright.rest.wire.ProblemType;
import org.demandwright.rest.wire.RefusedAs;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.store.exchange.NamedRequestStore.Answer;

/**
 * {@code Idempotency-Key}: a POST that brings one is carried out once; sent again within a day, it
 * is answered as the first time, with {@code Idempotency-Replayed: true}. Keys belong to the
 * account. What was refused or failed changed nothing, and may be sent again under its key.
 */
@Provider
@Priority(Priorities.USER + 100)
public class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {
  public static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final System.Logger LOG = System.getLogger(Idempotency.class.getName());
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Duration SOON = Duration.ofSeconds(2);

  @Inject NamedRequests requests;
  @Context ResourceInfo resource;

  /** A request that this one carries out. */
  private record Claim(String account, String key, String attempt) {}

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null || !request.getMethod().equals(HttpMethod.POST)) {
      return;
    }
    if (resource.getResourceClass().isAnnotationPresent(ToldOnce.class)) {
      throw new BadHeader(
          HEADER, key, "none here: this address tells secrets once, and its answers are not kept");
    }
    if (!KEY.matcher(key).matches()) {
      throw new BadHeader(HEADER, key, "1 to 255 visible characters of ASCII, without spaces");
    }
    String account = request.getSecurityContext().getUserPrincipal().getName();
    Standing standing = requests.begin(account, key, digest(request));
    switch (standing.kind()) {
      case FIRST -> request.setProperty(HEADER, new Claim(account, key, standing.attempt()));
      case ANSWERED -> request.abortWith(again(standing.answer().orElseThrow()));
      case UNDER_WAY ->
          throw new RefusedAs(
              ProblemType.UNDER_WAY,
              "The first request with this Idempotency-Key is under way: send it again in a moment.",
              SOON);
      case OTHER ->
          throw new RefusedAs(
              ProblemType.KEY_REUSED,
              "This Idempotency-Key was used for another request within the last day: give each"
                  + " request a key of its own, and send one again exactly as it was.");
    }
  }

  /** The body is read here, and given on as it was read. */
  private static String digest(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    byte[] body = new byte[0];
    if (request.hasEntity()) {
      if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        throw new RefusedAs(
            ProblemType.INVALID_HEADER,
            "Idempotency-Key is taken with JSON alone; a file is told by its sha256.");
      }
      body = Bodies.read(request.getEntityStream());
      request.setEntityStream(new ByteArrayInputStream(body));
    }
    return Bodies.digest(
        request.getUriInfo().getRequestUri().getPath(),
        Objects.requireNonNullElse(request.getUriInfo().getRequestUri().getRawQuery(), ""),
        body);
  }

  private static Response again(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .header(REPLAYED, "true")
            .header(HttpHeaders.LOCATION, answer.location())
            .header(HttpHeaders.ETAG, answer.entityTag());
    return answer.body().length == 0
        ? response.build()
        : response.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(HEADER) instanceof Claim claim)) {
      return;
    }
    request.removeProperty(HEADER);
    if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
      requests.refused(claim.account(), claim.key(), claim.attempt());
      return;
    }
    byte[] body = response.getEntity() instanceof Record record ? Bodies.json(record) : new byte[0];
    if (body.length > 0) {
      response.setEntity(body);
    }
    try {
      requests.answered(
          claim.account(),
          claim.key(),
          claim.attempt(),
          new Answer(
              response.getStatus(),
              response.getHeaderString(HttpHeaders.LOCATION),
              Optional.ofNullable(response.getEntityTag()).map(Object::toString).orElse(null),
              body));
    } catch (RuntimeException notKept) {
      // it is done, and its caller is told so; sent again, it is told to be under way
      LOG.log(Level.WARNING, "The answer to key " + claim.key() + " could not be kept", notKept);
    }
  }
}
