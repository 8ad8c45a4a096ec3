package org.demandwright.rest.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.demandwright.rest.wire.WireType;

/**
 * What members of requests and answers mean, in words: what the Javadoc of their record says
 * ({@link SourceTexts}, kept beside the classes by the build), else what their name means
 * everywhere ({@code names.properties}: {@code Record.member}, then {@code member}).
 */
final class Texts {
  /** What the build writes, beside this class. */
  static final String OF_SOURCES = "sources.properties";

  private static final String OF_NAMES = "names.properties";

  private final Properties sources = read(OF_SOURCES);
  private final Properties names = read(OF_NAMES);

  private static Properties read(String file) {
    Properties texts = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is missing: the build makes it with the description of the API");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Returns what a record is. */
  Optional<String> of(Class<?> record) {
    return Optional.ofNullable(sources.getProperty(record.getName())).map(Texts::sentence);
  }

  /** Returns what a member of a record is. */
  Optional<String> of(RecordComponent member) {
    Class<?> record = member.getDeclaringRecord();
    String name = WireType.nameOf(member);
    return Optional.ofNullable(sources.getProperty(record.getName() + "#" + member.getName()))
        .or(() -> Optional.ofNullable(names.getProperty(record.getSimpleName() + "." + name)))
        .map(Texts::sentence)
        .or(() -> of(name));
  }

  /** Returns what a name means wherever it stands. */
  Optional<String> of(String name) {
    return Optional.ofNullable(names.getProperty(name)).map(Texts::sentence);
  }

  private static String sentence(String text) {
    String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
