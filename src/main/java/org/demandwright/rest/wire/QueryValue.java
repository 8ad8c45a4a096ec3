package org.demandwright.rest.wire;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One query parameter as it was sent; each reading either succeeds or says what is allowed.
 *
 * @param name of the parameter
 * @param text its value, null when it is not there
 */
public record QueryValue(String name, String text) {
  public static final int MOST_ROWS = 1_000;
  static final int USUAL_ROWS = 100;
  private static final int SHOWN = 60;

  /** Returns the text, empty when the parameter is missing or blank. */
  public Optional<String> asText() {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** Returns the value as one of a kind, empty when the parameter is missing or blank. */
  <T> Optional<T> as(Scalar<T> kind) {
    return asText().map(value -> kind.read(value).orElseThrow(() -> refused(kind.allowed())));
  }

  /** Returns a number of rows from 1 to 1,000, by default 100. */
  public int asLimit() {
    String allowed = "a whole number from 1 to " + MOST_ROWS;
    Optional<Integer> rows = as(new Scalar<>(allowed, Integer::valueOf));
    if (rows.isPresent() && (rows.get() < 1 || rows.get() > MOST_ROWS)) {
      throw refused(allowed);
    }
    return rows.orElse(USUAL_ROWS);
  }

  /** Returns one of these values. */
  public Optional<String> asOneOf(Set<String> values) {
    Optional<String> given = asText();
    if (given.isPresent() && !values.contains(given.get())) {
      throw refused(String.join(", ", new TreeSet<>(values)));
    }
    return given;
  }

  private String shown() {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private BadParameter refused(String allowed) {
    return new BadParameter(
        name, "Query parameter " + name + " cannot be \"" + shown() + "\"", allowed);
  }
}
