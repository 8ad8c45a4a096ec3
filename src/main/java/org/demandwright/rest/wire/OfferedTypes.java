package org.demandwright.rest.wire;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which forms an address answers, as its resource declares them. */
final class OfferedTypes {
  private OfferedTypes() {}

  /**
   * Returns the media types of an address, none where there is none.
   *
   * @param resources classes of all resources
   * @param verb GET, POST …
   * @param path below the root of the API
   */
  static Set<String> of(Collection<Class<?>> resources, String verb, String path) {
    String asked = path.replaceAll("^/|/$", "");
    Map<Integer, Set<String>> byLetters = new TreeMap<>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getDeclaredMethods()) {
        String template = template(resource, method);
        if (answers(method, verb) && asked.matches(template.replaceAll("\\{[^}]*}", "[^/]+"))) {
          int letters = template.replaceAll("\\{[^}]*}", "").length(); // the closer one answers
          byLetters.computeIfAbsent(letters, n -> new TreeSet<>()).addAll(types(resource, method));
        }
      }
    }
    return byLetters.values().stream().reduce((further, closer) -> closer).orElse(Set.of());
  }

  /** Returns the classes of all resources: the server tells none where no method was chosen. */
  static Collection<Class<?>> resources() {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(c -> c.isAnnotationPresent(Path.class))
        .toList();
  }

  private static List<String> types(Class<?> resource, Method method) {
    Produces own = method.getAnnotation(Produces.class);
    Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
    return produces == null
        ? List.of()
        : Arrays.stream(produces.value()).map(type -> type.split(";", 2)[0]).toList();
  }

  private static boolean answers(Method method, String verb) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .anyMatch(of -> of != null && of.value().equals(verb));
  }

  private static String template(Class<?> resource, Method method) {
    Path below = method.getAnnotation(Path.class);
    return resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
  }
}
