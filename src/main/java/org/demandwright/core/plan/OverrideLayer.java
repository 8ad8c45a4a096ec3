package org.demandwright.core.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.demandwright.core.demand.Period;

/**
 * One override as it lies over a forecast.
 *
 * @param id its number, to tell whose effect is whose
 * @param first the first day that it is about
 * @param last the last day, included
 */
public record OverrideLayer(
    long id, Scope scope, LocalDate first, LocalDate last, Adjustment adjustment) {
  public OverrideLayer {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(adjustment, "adjustment");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("it ends on " + last + " before it begins: " + first);
    }
  }

  /** Returns how many days it is about. */
  public long days() {
    return first.until(last, ChronoUnit.DAYS) + 1;
  }

  /** Returns how many days of a period it is about, 0 where none. */
  long daysOf(Period period) {
    LocalDate from = first.isAfter(period.start()) ? first : period.start();
    LocalDate end = last.plusDays(1).isBefore(period.end()) ? last.plusDays(1) : period.end();
    return Math.max(0, from.until(end, ChronoUnit.DAYS));
  }
}
