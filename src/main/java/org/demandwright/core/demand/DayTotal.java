package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one series sold and took back on one day, exact.
 *
 * @param day the business-local day
 * @param gross base units demanded, ≥ 0
 * @param returned base units taken back, ≥ 0
 */
public record DayTotal(LocalDate day, BigDecimal gross, BigDecimal returned) {

  public DayTotal {
    Objects.requireNonNull(day, "day");
    if (gross.signum() < 0 || returned.signum() < 0) {
      throw new IllegalArgumentException(
          day
              + ": gross "
              + gross
              + " and returned "
              + returned
              + " must not be negative; a return is counted as positive units in returned");
    }
  }

  /** Returns a day without returns. */
  public static DayTotal of(LocalDate day, BigDecimal gross) {
    return new DayTotal(day, gross, BigDecimal.ZERO);
  }

  /** Returns the total of this one sales line: its quantity as gross demand or as a return. */
  public static DayTotal of(SalesLine line) {
    return line.isReturn()
        ? new DayTotal(line.bookedOn(), BigDecimal.ZERO, line.quantity().negate())
        : new DayTotal(line.bookedOn(), line.quantity(), BigDecimal.ZERO);
  }
}
