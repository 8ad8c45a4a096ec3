package org.demandwright.file;

import java.util.Locale;

/** Whether the numbers of a company's documents come again. */
public enum Numbering {
  /** Numbers go on: a document's number and its lines are the same line in any year. */
  ONCE,
  /** Numbers start anew each year: a number is one document in each year of its order date. */
  YEARLY;

  /** The key of the question, and of its answer in a profile. */
  public static final String KEY = "numbering";

  /**
   * Returns what was answered; numbers go on where nobody said anything.
   *
   * @throws IllegalArgumentException for another answer
   */
  public static Numbering of(FormatWishes wishes) {
    String said = wishes.answer(KEY).orElse(ONCE.name());
    try {
      return valueOf(said.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          KEY + " cannot be \"" + said + "\"; it is ONCE or YEARLY", e);
    }
  }
}
