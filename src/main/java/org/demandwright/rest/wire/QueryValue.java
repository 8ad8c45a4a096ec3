package org.demandwright.rest.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One query parameter as it was sent; each reading either succeeds or says what is allowed.
 *
 * @param name of the parameter
 * @param text its value, null when it is not there
 */
public record QueryValue(String name, String text) {
  public static final int MOST_ROWS = 1_000;
  static final int USUAL_ROWS = 100;

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
    Optional<Long> rows = asWhole("a whole number from 1 to " + MOST_ROWS);
    if (rows.isEmpty()) {
      return USUAL_ROWS;
    }
    long limit = rows.get();
    if (limit < 1 || limit > MOST_ROWS) {
      throw refused("a whole number from 1 to " + MOST_ROWS);
    }
    return (int) limit;
  }

  /** Returns an identity. */
  public Optional<Long> asId() {
    return asWhole("a whole number, an id as other answers give it");
  }

  /** Returns the number of a step of a forecast. */
  public Optional<Integer> asStep() {
    String allowed = "a whole number from 1 to the horizon";
    Optional<Long> step = asWhole(allowed);
    if (step.isPresent() && (step.get() < 1 || step.get() > Integer.MAX_VALUE)) {
      throw refused(allowed);
    }
    return step.map(Long::intValue);
  }

  /** Returns an instant, written with its offset: 2026-11-01T02:00:00Z. */
  public Optional<Instant> asInstant() {
    return asText().map(this::instant);
  }

  /** Returns true or false. */
  public Optional<Boolean> asFlag() {
    return asOneOf(Set.of("true", "false")).map(Boolean::valueOf);
  }

  /** Returns whether series that are not recommended to forecast are to show their figures. */
  public boolean asInclude() {
    return asOneOf(Set.of("notRecommended")).isPresent();
  }

  /** Returns one of these values. */
  public Optional<String> asOneOf(Set<String> values) {
    Optional<String> given = asText();
    if (given.isPresent() && !values.contains(given.get())) {
      throw refused(String.join(", ", new TreeSet<>(values)));
    }
    return given;
  }

  /** Returns one of these words. */
  public <E extends Enum<E>> Optional<E> asWordOf(Set<E> words) {
    Map<String, E> byName =
        words.stream().collect(Collectors.toMap(Enum::name, Function.identity()));
    return asOneOf(byName.keySet()).map(byName::get);
  }

  private Optional<Long> asWhole(String allowed) {
    try {
      return asText().map(Long::valueOf);
    } catch (NumberFormatException notWhole) {
      throw refused(allowed);
    }
  }

  private Instant instant(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException notAnInstant) {
      throw refused("an instant with its offset such as 2026-11-01T02:00:00Z (write + as %2B)");
    }
  }

  private BadParameter refused(String allowed) {
    return new BadParameter(
        name, "Query parameter " + name + " cannot be \"" + text + "\"", allowed);
  }
}
