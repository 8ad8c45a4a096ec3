package org.demandwright.core.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Days from one to another, both included; from {@link SourceCode#ALWAYS} to {@link
 * SourceCode#FOR_EVER} at most.
 */
public record DaySpan(LocalDate first, LocalDate last) {
  /** Every day. */
  public static final DaySpan ALL = new DaySpan(SourceCode.ALWAYS, SourceCode.FOR_EVER);

  public DaySpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("from " + first + " to " + last + ": no day");
    }
  }

  /** Returns days of which an end may be open. */
  public static Optional<DaySpan> of(Optional<LocalDate> first, Optional<LocalDate> last) {
    LocalDate from = first.orElse(SourceCode.ALWAYS);
    LocalDate to = last.orElse(SourceCode.FOR_EVER);
    return to.isBefore(from) ? Optional.empty() : Optional.of(new DaySpan(from, to));
  }

  /** Returns the days that both have. */
  public Optional<DaySpan> and(DaySpan other) {
    return of(
        Optional.of(first.isAfter(other.first) ? first : other.first),
        Optional.of(last.isBefore(other.last) ? last : other.last));
  }

  /** Returns the days of this one that none of the others has, in their order. */
  public List<DaySpan> without(Collection<DaySpan> others) {
    List<DaySpan> left = List.of(this);
    for (DaySpan other : others) {
      List<DaySpan> next = new ArrayList<>();
      for (DaySpan span : left) {
        if (span.and(other).isEmpty()) {
          next.add(span);
          continue;
        }
        if (span.first.isBefore(other.first)) {
          next.add(new DaySpan(span.first, other.first.minusDays(1)));
        }
        if (span.last.isAfter(other.last)) {
          next.add(new DaySpan(other.last.plusDays(1), span.last));
        }
      }
      left = next;
    }
    return left;
  }
}
