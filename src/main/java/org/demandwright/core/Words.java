package org.demandwright.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is to be said to people, before it is put into a language: the key of a sentence with its
 * arguments. Whoever shows it words it in the reader's language; whatever is kept or compared is
 * kept and compared like this.
 *
 * <p>An argument is a text (a name, a date, a code), a whole number ({@link Long}), a decimal that
 * is rounded to what is to be told ({@link BigDecimal}), or other words.
 *
 * <p>{@link #text} and {@link #parse} turn words into one line and back. A line that is no words,
 * such as a sentence that was kept in English once, becomes the argument of the key {@value
 * #LITERAL} and is written as it came.
 *
 * @param key lower case, dots between its parts; the first part names who has it worded
 * @param arguments in the order of their places in the sentence
 */
public record Words(String key, List<Object> arguments) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9.-]*");

  /** A text that is said as it is. */
  public static final String LITERAL = "literal";

  /** Its arguments are listed, as "a, b, c". */
  public static final String LIST = "list";

  /** Its arguments are listed, as "a; b; c". */
  public static final String CLAUSES = "clauses";

  /** Its arguments are sentences, said one after the other. */
  public static final String SENTENCES = "sentences";

  public Words {
    Objects.requireNonNull(key, "key");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("'" + key + "' is no key of words");
    }
    arguments = arguments.stream().map(Words::argument).toList();
  }

  /**
   * Returns the words of a key.
   *
   * @param arguments texts, whole numbers, decimals and words; anything else counts by its text
   */
  public static Words of(String key, Object... arguments) {
    return new Words(key, List.of(arguments));
  }

  /** Returns a text that is said as it is, in any language. */
  public static Words literal(String text) {
    return of(LITERAL, text);
  }

  /** Returns a list of things. */
  public static Words list(Collection<?> parts) {
    return new Words(LIST, List.copyOf(parts));
  }

  /** Returns a list of things that have commas themselves. */
  public static Words clauses(Collection<?> parts) {
    return new Words(CLAUSES, List.copyOf(parts));
  }

  /** Returns this and one more sentence. */
  public Words and(Words sentence) {
    return key.equals(SENTENCES)
        ? new Words(
            SENTENCES, Stream.concat(arguments.stream(), Stream.<Object>of(sentence)).toList())
        : of(SENTENCES, this, sentence);
  }

  /**
   * Returns an argument that is told with so many decimals, rounded half up; what is no number, as
   * text.
   */
  public static Object decimal(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)
        : String.valueOf(value);
  }

  /** Returns one line from which {@link #parse} makes the same words. */
  public String text() {
    if (key.equals(LITERAL) && !WordsText.isWords((String) arguments.get(0))) {
      return (String) arguments.get(0);
    }
    return WordsText.of(this);
  }

  /** Returns the words of a line; one that is no words is a literal. */
  public static Words parse(String text) {
    return WordsText.isWords(text) ? WordsText.parse(text) : literal(text);
  }

  private static Object argument(Object argument) {
    if (argument instanceof Integer || argument instanceof Short) {
      return ((Number) argument).longValue();
    }
    if (argument instanceof Long
        || argument instanceof BigDecimal
        || argument instanceof Words
        || argument instanceof String) {
      return argument;
    }
    return String.valueOf(argument);
  }

  @Override
  public String toString() {
    return text();
  }
}
