package org.demandwright.rest.wire;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** In which forms an address answers, as its resource declares them. */
final class OfferedTypes {
  private OfferedTypes() {}

  /**
   * Returns the media types, none where no resource is known.
   *
   * @param resources those that were found on the way to the address
   * @param verb GET, POST …
   * @param path below the root of the API
   */
  static Set<String> of(Collection<?> resources, String verb, String path) {
    Set<String> types = new TreeSet<>();
    for (Object resource : resources) {
      for (Class<?> c = resource.getClass(); c != null; c = c.getSuperclass()) {
        if (c.isAnnotationPresent(Path.class)) {
          add(types, c, verb, path);
        }
      }
    }
    return types;
  }

  private static void add(Set<String> types, Class<?> resource, String verb, String path) {
    for (Method method : resource.getDeclaredMethods()) {
      if (answers(method, verb) && leadsTo(resource, method, path)) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
        if (produces != null) {
          Arrays.stream(produces.value()).map(t -> t.split(";", 2)[0]).forEach(types::add);
        }
      }
    }
  }

  private static boolean answers(Method method, String verb) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .anyMatch(of -> of != null && of.value().equals(verb));
  }

  private static boolean leadsTo(Class<?> resource, Method method, String path) {
    Path below = method.getAnnotation(Path.class);
    String template =
        resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    return path.replaceAll("^/|/$", "").matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
  }
}
