package org.demandwright.app.intake;

import java.util.Optional;

/**
 * What became of one line of a push.
 *
 * @param row its place in the push, counted from 1
 * @param field what is wrong in it, empty where nothing or all is
 * @param detail what is wrong and what to do
 */
public record LineFate(int row, Outcome outcome, Optional<String> field, Optional<String> detail) {

  /** What a push can do with a line. */
  public enum Outcome {
    /** It was not there. */
    NEW,
    /** It says something else than before. */
    CHANGED,
    /** It says the same as before, or takes back what is not there. */
    UNCHANGED,
    /** It is taken back. */
    DELETED,
    /** It cannot be taken. */
    REFUSED
  }

  /** Returns that it cannot be taken. */
  public static LineFate refused(int row, String field, String detail) {
    return new LineFate(
        row, Outcome.REFUSED, Optional.of(field).filter(f -> !f.isEmpty()), Optional.of(detail));
  }
}
