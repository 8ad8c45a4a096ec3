package org.demandwright.core;

import java.util.Objects;

/**
 * Why a computation on one series gave no result.
 *
 * @param reason one of a short closed list
 * @param detail a sentence for the planner: which value, which rule, what to do
 */
public record Failure(Reason reason, String detail) {

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
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public String toString() {
    return reason + ": " + detail;
  }
}
