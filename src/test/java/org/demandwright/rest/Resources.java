package org.demandwright.rest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds every resource of the API and its operations, whoever wrote them. */
public final class Resources {
  private static final List<Class<?>> ALL =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("org.demandwright.rest")
              .stream()
              .filter(c -> c.isAnnotatedWith(Path.class))
              .sorted(Comparator.comparing(JavaClass::getName))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  private Resources() {}

  /** One method that answers requests. */
  record Operation(Class<?> resource, Method method) {
    String verb() {
      return verbOf(method).orElseThrow();
    }

    String path() {
      Path below = method.getAnnotation(Path.class);
      return resource.getAnnotation(Path.class).value()
          + (below == null ? "" : "/" + below.value());
    }

    @Override
    public String toString() {
      return verb() + " " + path();
    }
  }

  public static List<Class<?>> all() {
    return ALL;
  }

  static List<Operation> operations() {
    return all().stream().flatMap(Resources::of).toList();
  }

  private static Stream<Operation> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(m -> verbOf(m).isPresent())
        .sorted(Comparator.comparing(Method::getName))
        .map(m -> new Operation(resource, m));
  }

  private static Optional<String> verbOf(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
