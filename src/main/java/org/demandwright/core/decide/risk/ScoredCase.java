package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What would have been said on a past day, and whether it came.
 *
 * @param day on which it would have been said
 * @param score the higher, the rather it is said
 * @param rule the same of the rule that one would go by otherwise; 0 where it says nothing
 * @param came whether what it is about happened afterwards
 */
public record ScoredCase(LocalDate day, double score, double rule, boolean came) {
  public ScoredCase {
    Objects.requireNonNull(day, "day");
    if (Double.isNaN(score) || Double.isNaN(rule)) {
      throw new IllegalArgumentException("a score of " + score + ", " + rule);
    }
  }
}
