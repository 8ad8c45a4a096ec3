package org.demandwright.core.demand;

import java.util.Objects;
import org.demandwright.core.Words;

/**
 * One value of a series that was replaced, and why.
 *
 * @param kind what was wrong with it
 * @param index position in the series
 * @param from the value that was replaced, base units per period, ≥ 0
 * @param to the value in its place, base units per period, ≥ 0
 * @param reason what a planner is told
 */
public record Correction(Kind kind, int index, double from, double to, Words reason) {

  /** What was wrong with a value. */
  public enum Kind {
    /** Demand far above what is usual at that time; lowered to the edge of the usual. */
    OUTLIER,
    /** Newest demand far from the usual that no later period has confirmed; it counts in part. */
    UNCONFIRMED,
    /** The item could not be bought for a part of the period; lifted to what was expected. */
    STOCK_OUT
  }

  public Correction {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    if (index < 0 || !(from >= 0) || !(to >= 0)) {
      throw new IllegalArgumentException(
          "correction at %d from %s to %s: none of them may be negative"
              .formatted(index, from, to));
    }
  }
}
