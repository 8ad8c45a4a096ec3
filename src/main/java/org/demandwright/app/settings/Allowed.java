package org.demandwright.app.settings;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What values may be given by somebody who writes text: a setting, a parameter of a job.
 *
 * @param words what is allowed, such as "a whole number from 1 to 20"
 * @param reader returns the value of a text; throws {@link IllegalArgumentException} where it is
 *     not allowed, with a message that goes on behind the name of what was given
 * @param <T> what the text stands for
 */
public record Allowed<T>(String words, Function<String, T> reader) {
  /** The text as it is, such as a password. */
  public static final Allowed<String> AS_IS = new Allowed<>("any text", Function.identity());

  public static final Allowed<Boolean> YES_OR_NO =
      parsed("one of [true, false]", text -> "true".equals(one(text, List.of("true", "false"))));

  /** A whole number of a range, both ends included. */
  public static Allowed<Integer> between(int least, int most) {
    return parsed(
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  /** One of these texts. */
  public static Allowed<String> oneOf(List<String> values) {
    return parsed("one of " + values, text -> one(text, values));
  }

  /**
   * What a parser takes.
   *
   * @param words what it takes, in words
   * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} at others
   */
  public static <T> Allowed<T> parsed(String words, Function<String, T> parser) {
    return new Allowed<>(
        words,
        text -> {
          try {
            return parser.apply(text.strip());
          } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                " is '" + text + "'; it must be " + words.replace("`", ""), e);
          }
        });
  }

  /** The same, or nothing. */
  Allowed<Optional<T>> orNothing() {
    return new Allowed<>(
        words, text -> text.isBlank() ? Optional.empty() : Optional.of(reader.apply(text)));
  }

  private static String one(String text, List<String> values) {
    if (!values.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
