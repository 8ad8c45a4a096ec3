package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an item has at a site in the morning, what comes and what is owed. Base units.
 *
 * @param onHand in the house; negative where the ERP says so
 * @param reserved of it, for customers' orders, at least 0
 * @param supply on its way
 * @param orders of customers that are not delivered
 */
public record StockPosition(
    BigDecimal onHand, BigDecimal reserved, List<OpenSupply> supply, List<OpenOrder> orders) {

  /**
   * What a customer ordered and has not got.
   *
   * @param due the day for which it is wanted; what is late is wanted today, in addition to the
   *     forecast. The others are a part of what is forecast and no addition to it
   * @param quantity base units, above 0
   * @param reserved of it, for which stock is reserved: 0 … {@code quantity}
   */
  public record OpenOrder(LocalDate due, BigDecimal quantity, BigDecimal reserved) {
    public OpenOrder {
      Objects.requireNonNull(due, "due");
      if (quantity.signum() <= 0 || reserved.signum() < 0 || reserved.compareTo(quantity) > 0) {
        throw new IllegalArgumentException(
            "an order of %s units of which %s are reserved".formatted(quantity, reserved));
      }
    }

    /** Returns the rest that has to come out of what is available. */
    public BigDecimal unreserved() {
      return quantity.subtract(reserved);
    }
  }

  public StockPosition {
    Objects.requireNonNull(onHand, "onHand");
    if (reserved.signum() < 0) {
      throw new IllegalArgumentException("reserved " + reserved + " units; it must be 0 or more");
    }
    supply = List.copyOf(supply);
    orders = List.copyOf(orders);
  }

  /** Returns a position of stock alone. */
  public static StockPosition of(BigDecimal onHand) {
    return new StockPosition(onHand, BigDecimal.ZERO, List.of(), List.of());
  }

  /** Returns what can be promised: on hand and not reserved. */
  public BigDecimal available() {
    return onHand.subtract(reserved);
  }

  /** Returns what customers have ordered and nothing is reserved for. */
  public BigDecimal unreserved() {
    return orders.stream().map(OpenOrder::unreserved).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns what of it is late: it takes from what is there before all else does. */
  public BigDecimal owed(LocalDate today) {
    return orders.stream()
        .filter(o -> o.due().isBefore(today))
        .map(OpenOrder::unreserved)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns what customers have ordered for the days from today up to another. */
  public BigDecimal ordered(LocalDate today, LocalDate last) {
    return due(today, last).map(OpenOrder::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Returns what is there for all demand from today up to a day: what is available and what is
   * reserved for orders of these days, which are a part of that demand, less what is owed.
   */
  public BigDecimal serving(LocalDate today, LocalDate last) {
    return due(today, last)
        .map(OpenOrder::reserved)
        .reduce(available().subtract(owed(today)), BigDecimal::add);
  }

  private Stream<OpenOrder> due(LocalDate today, LocalDate last) {
    return orders.stream().filter(o -> !o.due().isBefore(today) && !o.due().isAfter(last));
  }

  /** Returns this position with something else on its way. */
  public StockPosition withSupply(List<OpenSupply> other) {
    return new StockPosition(onHand, reserved, other, orders);
  }
}
