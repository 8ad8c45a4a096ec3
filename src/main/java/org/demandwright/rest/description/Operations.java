package org.demandwright.rest.description;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.RowBodies;
import org.demandwright.rest.wire.Rows;

/** Finds the operations of resources. */
final class Operations {
  private Operations() {}

  /**
   * One operation.
   *
   * @param verb GET, POST …
   * @param path below the root of the API, with a slash in front
   */
  record Found(Class<?> resource, Method method, String verb, String path) {
    /** Returns the record of the body, where the body is one or holds many of them. */
    Optional<Class<?>> body() {
      return Arrays.stream(method.getParameters())
          .filter(p -> p.getAnnotations().length == 0)
          .<Class<?>>map(
              p ->
                  p.getType() == Rows.class
                      ? RowBodies.rowOf(p.getParameterizedType())
                      : p.getType())
          .filter(Class::isRecord)
          .findFirst();
    }

    /** Returns whether the body holds many of these records. */
    boolean takesRows() {
      return Arrays.asList(method.getParameterTypes()).contains(Rows.class);
    }

    /** Returns whether it answers with events for as long as they come. */
    boolean isStream() {
      return Arrays.asList(method.getParameterTypes()).contains(SseEventSink.class);
    }

    boolean isListing() {
      return method.getReturnType() == Listing.class;
    }

    /**
     * Returns the record that is answered, of a list that of its rows; empty where there is none.
     */
    Optional<Class<?>> answer() {
      Class<?> type = method.getReturnType();
      if (type == Listing.class || type == Created.class || type == Accepted.class) {
        return Optional.of(
            (Class<?>)
                ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]);
      }
      return type.isRecord() ? Optional.of(type) : Optional.empty();
    }
  }

  /** Returns all operations in the order of their addresses. */
  static List<Found> of(Collection<Class<?>> resources) {
    return resources.stream()
        .flatMap(Operations::of)
        .sorted(Comparator.comparing(Found::path).thenComparing(Found::verb))
        .toList();
  }

  private static Stream<Found> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            method ->
                verb(method)
                    .map(verb -> new Found(resource, method, verb, path(resource, method)))
                    .stream());
  }

  private static String path(Class<?> resource, Method method) {
    Path below = method.getAnnotation(Path.class);
    return "/"
        + resource.getAnnotation(Path.class).value()
        + (below == null ? "" : "/" + below.value());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
