package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What would have been said on a past day, and whether it came.
 *
 * @param subject of what it would have been said: on the mornings that follow each other it would
 *     be the same exception
 * @param day on which it would have been said
 * @param score the higher, the rather it is said
 * @param rule the same of the rule that one would go by otherwise; least where it says nothing
 * @param event the day on which what it is about happened afterwards; empty where it did not
 */
public record ScoredCase(
    String subject, LocalDate day, int days, double score, double rule, Optional<LocalDate> event) {
  public ScoredCase {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(event, "event");
    if (Double.isNaN(score) || Double.isNaN(rule)) {
      throw new IllegalArgumentException("a score of " + score + ", " + rule);
    }
  }

  /** Returns whether it came. */
  public boolean came() {
    return event.isPresent();
  }
}
