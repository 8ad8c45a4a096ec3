package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.demandwright.core.demand.LineKind;

/** Reads flags and kinds of documents in the words of several languages. */
final class ValueWords {
  private static final Map<String, String> WORDS = read();
  private static final String YES = "true";
  private static final String NO = "false";

  private ValueWords() {}

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (InputStream in = ValueWords.class.getResourceAsStream("values.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("values.properties cannot be read from the class path", e);
    }
    Map<String, String> words = new HashMap<>();
    for (String value : properties.stringPropertyNames()) {
      for (String word : properties.getProperty(value).split(",")) {
        String other = words.putIfAbsent(HeadingWords.plain(word), value);
        if (other != null && !other.equals(value)) {
          throw new IllegalStateException(
              "values.properties: \"" + word + "\" means " + other + " and " + value);
        }
      }
    }
    return words;
  }

  /** Returns whether a text says yes or no; empty where it says neither. */
  static Optional<Boolean> flag(String text) {
    return meaning(text).filter(m -> m.equals(YES) || m.equals(NO)).map(YES::equals);
  }

  /** Returns what kind of document a text says; empty for a kind that is not known. */
  static Optional<LineKind> kind(String text) {
    return meaning(text).flatMap(LineKind::named);
  }

  private static Optional<String> meaning(String text) {
    return Optional.ofNullable(WORDS.get(HeadingWords.plain(text)));
  }
}
