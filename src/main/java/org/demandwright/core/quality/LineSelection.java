package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of a series' lines a finding rests on: a description that can be asked for page by page,
 * since a finding may rest on millions.
 *
 * @param first the first day
 * @param last the last day, included
 * @param customer the one customer whose lines they are, empty = any
 * @param repeats whether only lines count that repeat, or are repeated by, another one
 * @param currency the currency that they are not in, empty = any
 * @param count how many lines there were when the finding was made
 */
public record LineSelection(
    LocalDate first,
    LocalDate last,
    Optional<String> customer,
    boolean repeats,
    Optional<String> currency,
    long count) {
  public LineSelection {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(currency, "currency");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("lines from " + first + " to " + last + ": no day");
    }
    if (count < 0) {
      throw new IllegalArgumentException(count + " lines");
    }
  }

  /** Returns all lines of these days. */
  public static LineSelection ofDays(LocalDate first, LocalDate last, long count) {
    return new LineSelection(first, last, Optional.empty(), false, Optional.empty(), count);
  }
}
