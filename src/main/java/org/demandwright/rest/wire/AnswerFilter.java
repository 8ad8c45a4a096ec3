package org.demandwright.rest.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Gives answers what the conventions of the API promise, whichever resource they come from: status
 * and {@code Location} of what was made or begun; an entity tag for every JSON that is read, and
 * 304 where the caller has it already.
 */
@Provider
@Priority(Priorities.USER + 1_000)
public class AnswerFilter implements ContainerResponseFilter {
  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Created<?> created) {
      URI address = request.getUriInfo().getAbsolutePathBuilder().segment(created.id()).build();
      answer(response, Status.CREATED, address, created.entity());
    } else if (response.getEntity() instanceof Accepted<?> accepted) {
      URI address =
          UriBuilder.fromUri(request.getUriInfo().getBaseUri()).path(accepted.path()).build();
      answer(response, Status.ACCEPTED, address, accepted.entity());
    } else if (READS.contains(request.getMethod())
        && response.getStatus() == Status.OK.getStatusCode()) {
      read(request, response);
    }
  }

  private static void answer(
      ContainerResponseContext response, Status status, URI location, Record entity) {
    response.setStatusInfo(status);
    response.getHeaders().putSingle(HttpHeaders.LOCATION, location);
    response.setEntity(entity, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
  }

  private static void read(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().add(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(response.getMediaType())) {
      response.getHeaders().putSingle("X-Accel-Buffering", "no"); // a proxy would hold events back
      return;
    }
    Optional<EntityTags> known =
        Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
            .map(text -> EntityTags.of(HttpHeaders.IF_NONE_MATCH, text));
    if (response.getEntity() instanceof Listing<?> listing) {
      listing.headers().forEach(response.getHeaders()::putSingle);
      listing.tag().ifPresent(tag -> response.getHeaders().putSingle(HttpHeaders.ETAG, tag));
    }
    if (response.getEntityTag() == null
        && response.getEntity() instanceof Record record
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
      byte[] bytes = bytes(record);
      response.getHeaders().putSingle(HttpHeaders.ETAG, ContentTag.of(record, bytes));
      response.setEntity(bytes);
    }
    EntityTag now = response.getEntityTag();
    if (now != null && known.isPresent() && known.get().hold(now.getValue())) {
      response.setStatusInfo(Status.NOT_MODIFIED);
      response.setEntity(null);
    }
  }

  private static byte[] bytes(Record record) {
    if (record instanceof Listing<?> listing) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      RecordJson.write(listing, bytes);
      return bytes.toByteArray();
    }
    return RecordJson.bytes(record);
  }
}
