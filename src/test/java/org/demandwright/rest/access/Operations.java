package org.demandwright.rest.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.rest.Resources;
import org.demandwright.rest.wire.OfAllData;

/** All operations of the API, as the resources declare them. */
final class Operations {
  private Operations() {}

  /**
   * One operation.
   *
   * @param path below the root of the API, with its parameters in braces
   */
  record Operation(String method, String path) implements Comparable<Operation> {
    static Operation of(String text) {
      String[] parts = text.split(" ", 2);
      return new Operation(parts[0], parts[1]);
    }

    /** Returns an address where nothing is, or nothing that a request without a body changes. */
    String address() {
      return path.replaceAll("\\{[^}]*}", "0");
    }

    boolean asks() {
      return method.equals("GET");
    }

    @Override
    public int compareTo(Operation other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static SortedSet<Operation> all() {
    return those(m -> true);
  }

  /** Those that are refused to whoever may see a part of the data. */
  static SortedSet<Operation> ofAllData() {
    return those(
        m ->
            m.isAnnotationPresent(OfAllData.class)
                || m.getDeclaringClass().isAnnotationPresent(OfAllData.class));
  }

  /** Those that answer for as long as something happens. */
  static SortedSet<Operation> streams() {
    return those(m -> Arrays.asList(m.getParameterTypes()).contains(SseEventSink.class));
  }

  private static SortedSet<Operation> those(Predicate<Method> wanted) {
    return Resources.all().stream()
        .<Operation>flatMap(
            c -> Arrays.stream(c.getMethods()).filter(wanted).flatMap(m -> of(c, m)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Operation> of(Class<?> resource, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> new Operation(verb.value(), path(resource, method)));
  }

  private static String path(Class<?> resource, Method method) {
    String own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    return ("/" + resource.getAnnotation(Path.class).value() + "/" + own)
        .replaceAll("/+", "/")
        .replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}")
        .replaceAll("(?<=.)/$", "");
  }
}
