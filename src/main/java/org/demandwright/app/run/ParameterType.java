package org.demandwright.app.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.demandwright.core.model.ModelNames;

/**
 * What values a job parameter may have.
 *
 * @param allowed in words that go on behind "must be"
 * @param read returns a value as the jobs read it; throws {@link IllegalArgumentException} or
 *     {@link DateTimeParseException} at any other
 */
record ParameterType(String allowed, UnaryOperator<String> read) {
  static final ParameterType DAY =
      new ParameterType("a day such as 2026-01-31", v -> LocalDate.parse(v).toString());

  static final ParameterType INSTANT =
      new ParameterType(
          "an instant such as 2026-01-31T02:30:00Z", v -> Instant.parse(v).toString());

  static final ParameterType YES_OR_NO = oneOf(List.of("true", "false"));

  static final ParameterType ANY_NUMBER =
      new ParameterType("a whole number", v -> String.valueOf(Long.parseLong(v)));

  static final ParameterType MODELS =
      new ParameterType(
          "names of models, separated by commas", v -> String.join(",", ModelNames.parse(v)));

  static ParameterType oneOf(List<String> values) {
    return new ParameterType("one of " + values, v -> permitted(v, values.contains(v)));
  }

  /** A whole number of a range, both ends included. */
  static ParameterType between(long least, long most) {
    return new ParameterType(
        "a whole number from " + least + " to " + most,
        v -> permitted(v, Long.parseLong(v) >= least && Long.parseLong(v) <= most));
  }

  private static String permitted(String value, boolean yes) {
    if (!yes) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }
}
