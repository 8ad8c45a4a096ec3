package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A spell of days on which the item could not be bought.
 *
 * @param from the first day out of stock
 * @param to the first day back in stock; {@link LocalDate#MAX} while the spell goes on
 */
public record StockOut(LocalDate from, LocalDate to) {

  public StockOut {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "stock-out from " + from + " to " + to + " has no day; from must lie before to");
    }
  }
}
