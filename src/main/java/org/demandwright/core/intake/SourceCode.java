package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a code of a source is called here, on days of demand from one to another.
 *
 * @param theirs as the source writes it
 * @param validFrom the first day
 * @param validTo the last day, included
 * @param ours as items, sites or channels are called here
 */
public record SourceCode(
    Kind kind, String theirs, LocalDate validFrom, LocalDate validTo, String ours) {
  /** Before every day. */
  public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  /** After every day. */
  public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private static final int MOST_CHARACTERS = 80;

  /** What a code stands for. */
  public enum Kind {
    ITEM,
    SITE,
    CHANNEL
  }

  /**
   * Checks the entry.
   *
   * @throws IllegalArgumentException if a code is empty or too long, or it ends before it begins
   */
  public SourceCode {
    Objects.requireNonNull(kind, "kind");
    requireCode("theirs", theirs);
    requireCode("ours", ours);
    if (validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "The entry of %s ends on %s, before it begins on %s"
              .formatted(theirs, validTo, validFrom));
    }
  }

  private static void requireCode(String which, String code) {
    if (code.isBlank() || code.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s has to have 1 to %d characters".formatted(which, MOST_CHARACTERS));
    }
  }

  /** Returns whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validTo);
  }

  /** Returns whether another entry speaks of the same code on one of the same days. */
  public boolean contradicts(SourceCode other) {
    return kind == other.kind
        && theirs.equals(other.theirs)
        && !validTo.isBefore(other.validFrom)
        && !other.validTo.isBefore(validFrom);
  }
}
