package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.StockPosition;

/**
 * All that a rule knows when it orders: the morning of a day, after what arrives is in the house
 * and before the first customer. Base units.
 *
 * @param onHand in the house
 * @param owed to customers that wait; above 0 only where nothing is in the house
 * @param supply on its way, by the day on which it was promised; when it comes is not known
 * @param past demand before the day
 */
public record Morning(
    LocalDate day, BigDecimal onHand, BigDecimal owed, List<OpenSupply> supply, PastDemand past) {
  public Morning {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(onHand, "onHand");
    Objects.requireNonNull(owed, "owed");
    Objects.requireNonNull(past, "past");
    supply = List.copyOf(supply);
  }

  /** Returns the inventory position: on hand and on order, less what is owed. */
  public BigDecimal position() {
    return supply.stream().map(OpenSupply::quantity).reduce(onHand.subtract(owed), BigDecimal::add);
  }

  /** Returns the same as a stock that can be planned. */
  public StockPosition stock() {
    return StockPosition.of(onHand.subtract(owed)).withSupply(supply);
  }
}
