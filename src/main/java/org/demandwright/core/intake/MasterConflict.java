package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A value that two sources tell differently, and which of them was taken. Empty texts stand for
 * what it is not about.
 *
 * @param kind what is told
 * @param org the company
 * @param item as it is called here
 * @param site as it is called here
 * @param what the value, such as {@code unit}
 * @param first the first day on which they differ
 * @param last the last one, included
 * @param taken the source whose value counts
 * @param takenValue what it says
 * @param other the source whose value does not
 * @param otherValue what that one says
 */
public record MasterConflict(
    MasterKind kind,
    String org,
    String item,
    String site,
    String what,
    LocalDate first,
    LocalDate last,
    String taken,
    String takenValue,
    String other,
    String otherValue) {
  private static final int MOST_CHARACTERS = 200;

  public MasterConflict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(other, "other");
    takenValue = shortened(takenValue);
    otherValue = shortened(otherValue);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(what + " from " + first + " to " + last + ": no day");
    }
  }

  /** Returns one of a value that holds on all days. */
  public static MasterConflict always(
      MasterKind kind, String org, String item, String site, String what, Told taken, Told other) {
    return new MasterConflict(
        kind,
        org,
        item,
        site,
        what,
        SourceCode.ALWAYS,
        SourceCode.FOR_EVER,
        taken.source(),
        taken.value(),
        other.source(),
        other.value());
  }

  /** What a source says. */
  public record Told(String source, String value) {}

  private static String shortened(String value) {
    return value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value;
  }
}
