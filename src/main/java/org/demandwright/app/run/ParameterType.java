package org.demandwright.app.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.demandwright.core.model.ModelNames;

/**
 * What values a job parameter may have.
 *
 * @param allowed in words, such as "a whole number from 1 to 20"
 * @param reader returns a value as the jobs read it; throws {@link IllegalArgumentException} at any
 *     other, with a message that goes on behind the parameter's name
 */
record ParameterType(String allowed, UnaryOperator<String> reader) {
  static final ParameterType DAY =
      parsed("a day such as 2026-01-31", v -> LocalDate.parse(v).toString());

  static final ParameterType INSTANT =
      parsed("an instant such as 2026-01-31T02:30:00Z", v -> Instant.parse(v).toString());

  static final ParameterType YES_OR_NO = oneOf(List.of("true", "false"));

  static final ParameterType ANY_NUMBER =
      parsed("a whole number", v -> String.valueOf(Long.parseLong(v)));

  static final ParameterType MODELS =
      new ParameterType(
          "names of models, separated by commas", v -> String.join(",", ModelNames.parse(v)));

  static ParameterType oneOf(List<String> values) {
    return parsed("one of " + values, v -> permitted(v, values.contains(v)));
  }

  /** A whole number of a range, both ends included. */
  static ParameterType between(long least, long most) {
    return parsed(
        "a whole number from " + least + " to " + most,
        v -> permitted(v, Long.parseLong(v) >= least && Long.parseLong(v) <= most));
  }

  private static ParameterType parsed(String allowed, UnaryOperator<String> parser) {
    return new ParameterType(
        allowed,
        v -> {
          try {
            return parser.apply(v);
          } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(" is '" + v + "'; it must be " + allowed, e);
          }
        });
  }

  private static String permitted(String value, boolean yes) {
    if (!yes) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }
}
