package org.demandwright.rest.description;

import jakarta.ws.rs.Path;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the description of the API into a file, without a server: what generators of clients and
 * checkers read while the project is built.
 */
public final class DescriptionFile {
  private static final String ROOT = "/api/v1";

  private DescriptionFile() {}

  /**
   * Takes the folder of sources, whose Javadoc the description tells, and the path of the file;
   * folders above it are made. The texts are kept beside the classes, so that a server says the
   * same.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Two arguments are expected: the folder of sources, and the file to write");
    }
    keepTexts(java.nio.file.Path.of(arguments[0]));
    java.nio.file.Path file = java.nio.file.Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, new ApiDescription(resources()).document(ROOT).toString());
  }

  private static void keepTexts(java.nio.file.Path sources) throws Exception {
    java.nio.file.Path file =
        classes()
            .resolve(DescriptionFile.class.getPackageName().replace('.', '/'))
            .resolve(Texts.OF_SOURCES);
    Set<String> records =
        ApiDescription.records(resources()).stream()
            .map(Class::getName)
            .collect(Collectors.toSet());
    Properties texts = new Properties();
    SourceTexts.of(sources)
        .forEach(
            (name, words) -> {
              if (records.contains(name.replaceFirst("#.*", ""))) {
                texts.put(name, words);
              }
            });
    StringWriter text = new StringWriter();
    texts.store(text, null);
    // Without the time, which would make each build another one.
    List<String> lines = text.toString().lines().filter(l -> !l.startsWith("#")).sorted().toList();
    Files.write(file, lines);
  }

  private static java.nio.file.Path classes() throws Exception {
    return java.nio.file.Path.of(
        DescriptionFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Finds the resources where this class lies, in a folder of compiled classes. */
  private static List<Class<?>> resources() throws Exception {
    java.nio.file.Path root = classes();
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
