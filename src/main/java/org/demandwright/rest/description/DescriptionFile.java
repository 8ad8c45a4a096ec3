package org.demandwright.rest.description;

import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the description of the API into a file, without a server: what generators of clients and
 * checkers read while the project is built.
 */
public final class DescriptionFile {
  private static final String ROOT = "/api/v1";

  private DescriptionFile() {}

  /** Takes the file's path; folders above it are made. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("One argument is expected: the file to write");
    }
    java.nio.file.Path file = java.nio.file.Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, new ApiDescription(resources()).document(ROOT).toString());
  }

  /** Finds the resources where this class lies, in a folder of compiled classes. */
  private static List<Class<?>> resources() throws Exception {
    java.nio.file.Path root =
        java.nio.file.Path.of(
            DescriptionFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/demandwright/rest"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(DescriptionFile::named)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, DescriptionFile.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " was there a moment ago", e);
    }
  }
}
