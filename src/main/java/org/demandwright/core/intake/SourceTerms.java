package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On which days of demand a source counts, and what its codes are called here. A code without an
 * entry for the day stays as it is.
 */
public final class SourceTerms {
  /** Why a line is excluded that is wanted on a day on which another source counts. */
  public static final String OUTSIDE_DAYS = "OUTSIDE_DAYS";

  private final Optional<LocalDate> firstDay;
  private final Optional<LocalDate> lastDay;
  private final Map<SourceCode.Kind, Map<String, List<SourceCode>>> codes = new HashMap<>();

  /**
   * @param firstDay of the days on which it counts, empty = from the beginning
   * @param lastDay included, empty = without end
   */
  public SourceTerms(
      Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, Collection<SourceCode> codes) {
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    codes.forEach(
        code ->
            this.codes
                .computeIfAbsent(code.kind(), kind -> new HashMap<>())
                .computeIfAbsent(code.theirs(), theirs -> new ArrayList<>())
                .add(code));
  }

  /** Returns the terms of a source that always counts and calls everything as it is called here. */
  public static SourceTerms none() {
    return new SourceTerms(Optional.empty(), Optional.empty(), List.of());
  }

  /** Returns whether nothing is excluded or renamed. */
  public boolean areNone() {
    return firstDay.isEmpty() && lastDay.isEmpty() && codes.isEmpty();
  }

  /** Returns whether the source counts on a day; where none is known, it does. */
  public boolean countsOn(LocalDate day) {
    return day == null
        || firstDay.map(first -> !day.isBefore(first)).orElse(true)
            && lastDay.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Returns the days on which the source counts. */
  public DaySpan days() {
    return DaySpan.of(firstDay, lastDay).orElseThrow();
  }

  /** What a code is called here on some days. */
  public record Named(String ours, DaySpan days) {}

  /** Returns what a code is called here on each of these days; null stays null. */
  public List<Named> names(SourceCode.Kind kind, String theirs, DaySpan days) {
    List<Named> named = new ArrayList<>();
    List<DaySpan> told = new ArrayList<>();
    for (SourceCode code : entries(kind, theirs)) {
      DaySpan of = new DaySpan(code.validFrom(), code.validTo());
      of.and(days).ifPresent(both -> named.add(new Named(code.ours(), both)));
      told.add(of);
    }
    days.without(told).forEach(left -> named.add(new Named(theirs, left)));
    return named;
  }

  private List<SourceCode> entries(SourceCode.Kind kind, String theirs) {
    return theirs == null
        ? List.of()
        : codes.getOrDefault(kind, Map.of()).getOrDefault(theirs, List.of());
  }

  /** Returns whether a code is called otherwise here, on any day. */
  public boolean renames(SourceCode.Kind kind, String theirs) {
    return !entries(kind, theirs).isEmpty();
  }

  /** Returns what a code is called here on a day; null stays null. */
  public String ours(SourceCode.Kind kind, String theirs, LocalDate day) {
    if (theirs == null || day == null) {
      return theirs;
    }
    return entries(kind, theirs).stream()
        .filter(code -> code.holdsOn(day))
        .map(SourceCode::ours)
        .findFirst()
        .orElse(theirs);
  }
}
