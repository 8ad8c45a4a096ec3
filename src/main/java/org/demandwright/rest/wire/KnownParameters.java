package org.demandwright.rest.wire;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses query parameters that the resource does not know, and known ones given twice: a misspelt
 * filter that is ignored would answer with everything.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    check(request.getUriInfo().getQueryParameters(), named(resource.getResourceMethod()));
    Sorted orders = resource.getResourceMethod().getAnnotation(Sorted.class);
    new QueryValue("sort", request.getUriInfo().getQueryParameters().getFirst("sort"))
        .asOneOf(orders == null ? Set.of() : Set.of(orders.value()));
  }

  static void check(MultivaluedMap<String, String> given, Set<String> known) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.contains(name)) {
        String allowed = known.isEmpty() ? "none here" : String.join(", ", new TreeSet<>(known));
        throw new BadParameter(name, "There is no query parameter " + name + " here", allowed);
      }
      List<String> values = given.get(name);
      if (values.size() > 1) {
        throw new BadParameter(
            name, "Query parameter " + name + " stands " + values.size() + " times", "once");
      }
    }
  }

  private static Set<String> named(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(parameter.getType().getDeclaredFields())
                    : Stream.of(parameter))
        .map(named -> named.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
