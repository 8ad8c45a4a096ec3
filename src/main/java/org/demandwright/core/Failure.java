package org.demandwright.core;

import java.util.Map;
import java.util.Objects;

/**
 * Why a computation on one series gave no result.
 *
 * @param reason one of a short closed list
 * @param words for the planner: which value, which rule, what to do
 */
public record Failure(Reason reason, Words words) {
  private static final String COLON = ": ";

  /** The closed list of reasons. */
  public enum Reason {
    /** The series has too few observed periods for the method. */
    SHORT_HISTORY,
    /** The series has no demand at all in its history. */
    NO_DEMAND,
    /** The method does not fit this kind of demand (for example a season where there is none). */
    NOT_APPLICABLE,
    /** The computation gave a number that is not finite. */
    NUMERICAL,
    /** The method needs something that is not there, such as a trained global model. */
    NOT_AVAILABLE
  }

  public Failure {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(words, "words");
  }

  /** Returns the failure of which {@link #text} gave this line. */
  public static Failure parse(String text) {
    String[] parts = text.split(COLON, 2);
    return parse(parts[0], parts[1]);
  }

  /**
   * Returns the failure with a reason's name and the text of its words; what was kept as a sentence
   * is a literal, also where it begins as words do, with a company whose key has their mark.
   */
  public static Failure parse(String reason, String words) {
    return new Failure(Reason.valueOf(reason), words(words));
  }

  private static Words words(String text) {
    try {
      return Words.parse(text);
    } catch (IllegalArgumentException sentence) {
      return Words.literal(text);
    }
  }

  /** Returns one line: the reason's name, a colon, the words. */
  public String text() {
    return reason + COLON + words.text();
  }

  /** Returns what is said of it: the reason and its words. */
  public Words said() {
    return Words.of("failure.said", reason, words);
  }

  /** Returns what is said of the failures of several models. */
  public static Words said(Map<String, Failure> byModel) {
    return Words.list(
        byModel.entrySet().stream()
            .map(e -> Words.of("failure.of-model", e.getKey(), e.getValue().said()))
            .toList());
  }

  @Override
  public String toString() {
    return text();
  }
}
