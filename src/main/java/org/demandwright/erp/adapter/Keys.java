package org.demandwright.erp.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.erp.UnusableErp;

/** The keys of one properties file: each is there once, is known, and has a value. */
final class Keys {
  private final String file;
  private final Map<String, String> values;
  private final Set<String> read = new HashSet<>();

  private Keys(String file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  static Keys parse(String file, String text) {
    Map<String, String> values = new TreeMap<>();
    Set<String> twice = new TreeSet<>();
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (values.put((String) key, ((String) value).strip()) != null) {
              twice.add((String) key);
            }
            return super.put(key, value);
          }
        };
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableErp(file + " is no properties file: " + e.getMessage(), e);
    }
    Keys keys = new Keys(file, values);
    for (String key : twice) {
      throw keys.wrong(key, "stands there twice; keep one");
    }
    return keys;
  }

  /** Returns a properties file of the class path. */
  static Properties packed(String path) {
    Properties properties = new Properties();
    try (InputStream in = Keys.class.getClassLoader().getResourceAsStream(path)) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in, path), UTF_8));
      return properties;
    } catch (IOException e) {
      throw new IllegalStateException(path + " cannot be read from the class path", e);
    }
  }

  UnusableErp wrong(String key, String what) {
    return new UnusableErp(file + ": " + key + " " + what + ".");
  }

  Optional<String> optional(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  String required(String key, String write) {
    return optional(key).orElseThrow(() -> wrong(key, "is missing; write " + write));
  }

  List<String> list(String key, String write) {
    return split(required(key, write));
  }

  List<String> listOrNone(String key) {
    return optional(key).map(Keys::split).orElse(List.of());
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** A key that nobody asked for is misspelt. */
  void requireAllRead() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(read);
    for (String key : unknown) {
      throw wrong(key, "is not a key that is read here; correct its spelling or delete it");
    }
  }
}
