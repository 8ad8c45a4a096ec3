package org.demandwright.core.model.regression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text form of a learned state: a first line that names the form and its version, then lines of
 * {@code name=value}. Doubles are written as {@link NumberText}.
 */
final class StateText {
  private final String header;
  private final Map<String, String> values;

  private StateText(String header, Map<String, String> values) {
    this.header = header;
    this.values = values;
  }

  static StateText empty(String header) {
    return new StateText(header, new LinkedHashMap<>());
  }

  /** Reads a state, which must begin with this header. */
  static StateText parse(String header, String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(header)) {
      throw new IllegalArgumentException(
          "the model state begins with \"%s\" but this software reads \"%s\"; train the model again"
              .formatted(lines[0], header));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      if (equals > 0) {
        values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
      } else if (!lines[i].isEmpty()) {
        throw new IllegalArgumentException("line " + (i + 1) + " of the model state has no '='");
      }
    }
    return new StateText(header, values);
  }

  void put(String name, String value) {
    if (value.indexOf('\n') >= 0 || name.indexOf('=') >= 0 || name.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "a model state cannot hold a line break or '=' in " + name);
    }
    values.put(name, value);
  }

  void put(String name, double... numbers) {
    put(name, NumberText.of(numbers));
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the model state has no \"" + name + "\"; train the model again");
    }
    return value;
  }

  /** Returns the words of a value, separated by single blanks. */
  List<String> words(String name) {
    String value = text(name);
    return value.isEmpty() ? List.of() : List.of(value.split(" ", -1));
  }

  double[] numbers(String name) {
    return NumberText.parse(text(name));
  }

  /** Returns the names that begin with a prefix, in the order in which they were written. */
  List<String> names(String prefix) {
    return values.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  int count(String name) {
    return (int) numbers(name)[0];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(header).append('\n');
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }
}
