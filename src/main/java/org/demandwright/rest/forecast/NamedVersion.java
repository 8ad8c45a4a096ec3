package org.demandwright.rest.forecast;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ForecastId;

/**
 * A version that a request names, in {@code versionId} or {@code against}, as the thing that the
 * address is about or in the id of a value, must be one that the caller may read: for others it is
 * not there.
 */
@Provider
public class NamedVersion implements ContainerRequestFilter {
  private static final Set<String> PARAMETERS = Set.of("versionId", "against");

  @Inject ReadableVersions versions;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> named = named(request);
    if (named.isEmpty() || versions.seesAll()) {
      return;
    }
    for (String text : named) {
      // what is no number is refused by whoever reads it as one
      if (text.matches("\\d{1,18}") && !versions.isThere(Long.parseLong(text))) {
        throw new Refused(Refused.Kind.NOT_FOUND, "There is no version " + text + ".");
      }
    }
  }

  private List<String> named(ContainerRequestContext request) {
    List<String> named = new ArrayList<>();
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    PARAMETERS.forEach(name -> named.addAll(query.getOrDefault(name, List.of())));
    if (resource.getResourceClass() == ForecastVersionsResource.class) {
      named.addAll(request.getUriInfo().getPathParameters().getOrDefault("id", List.of()));
    }
    request.getUriInfo().getPathParameters().getOrDefault("id", List.of()).stream()
        .flatMap(id -> ForecastId.parse(id).stream())
        .forEach(value -> named.add(Long.toString(value.versionId())));
    return named;
  }
}
