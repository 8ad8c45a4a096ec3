package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much to order, and how that came about: from what is needed, part by part, to what a vendor
 * takes.
 *
 * <p>What is needed is cut to what shelf life and maximum cover allow, raised to the minimum order,
 * rounded up to the multiple, then to whole purchase units, and raised to the quantity at which a
 * lower price begins where the year is cheaper so, at most to a year's demand. Where rounding up
 * would exceed what is allowed it is rounded down, if the vendor still takes that much; if not, it
 * is rounded up all the same.
 *
 * <p>Worked: 17 are needed, the minimum is 20, the multiple 6 and a box has 4: 17 + 3 (minimum) + 4
 * (multiple, 24); 24 is six boxes, so that nothing is added for them.
 *
 * @param quantity base units, above 0
 * @param parts in the order in which they came about; they add up to the quantity exactly
 */
public record OrderQuantity(BigDecimal quantity, List<Part> parts) {

  /** What a part comes from. */
  public enum Cause {
    /**
     * What is missing up to the order-up-to level, or the lots that lift above the reorder point.
     */
    NEED,
    /** Shelf life or maximum cover allow no more; negative. */
    LIMIT,
    /** The vendor's least quantity. */
    MINIMUM,
    /** The vendor's multiple. */
    MULTIPLE,
    /** Whole purchase units. */
    PURCHASE_UNIT,
    /** A lower price. */
    PRICE_BREAK,
    /** Added so that the vendor's minimum order value is reached. */
    CONSOLIDATION,
    /** What was suggested before stands, as the change is too small. */
    KEPT,
    /** It is ordered already. */
    ON_ORDER
  }

  /** A part of a quantity; negative where it takes something away. */
  public record Part(Cause cause, BigDecimal quantity) {}

  public OrderQuantity {
    parts = parts.stream().filter(p -> p.quantity().signum() != 0).toList();
    Objects.requireNonNull(quantity, "quantity");
    BigDecimal sum = parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(quantity) != 0) {
      throw new IllegalArgumentException(
          "parts %s do not add up to %s units".formatted(parts, quantity));
    }
  }

  /** Returns a quantity that comes from one thing alone. */
  static OrderQuantity of(BigDecimal quantity, Cause cause) {
    return new OrderQuantity(quantity, List.of(new Part(cause, quantity)));
  }

  /**
   * Returns what to order.
   *
   * @param need base units, above 0
   * @param most what shelf life and maximum cover allow; empty = any
   * @param yearlyDemand base units, for prices
   * @param costs for prices; without them a lower price changes nothing
   * @return empty where nothing is allowed
   */
  public static Optional<OrderQuantity> of(
      BigDecimal need,
      Optional<BigDecimal> most,
      OrderTerms terms,
      double yearlyDemand,
      Optional<CostTerms> costs) {
    Builder order = new Builder();
    order.to(ceiling(need, terms.unit()), Cause.NEED);
    if (most.isPresent() && most.get().compareTo(order.sum) < 0) {
      order.to(floor(most.get(), terms.unit()), Cause.LIMIT);
    }
    if (order.sum.signum() <= 0) {
      return Optional.empty();
    }
    order.to(order.sum.max(terms.minimum()), Cause.MINIMUM);
    BigDecimal step = terms.step();
    BigDecimal up = ceiling(order.sum, step);
    BigDecimal down = floor(order.sum, step);
    boolean tooMuch = most.isPresent() && up.compareTo(most.get()) > 0;
    if (tooMuch && down.signum() > 0 && down.compareTo(terms.minimum()) >= 0) {
      order.to(floor(order.sum, terms.multiple()), Cause.MULTIPLE);
      order.to(down, Cause.PURCHASE_UNIT);
    } else {
      order.to(ceiling(order.sum, terms.multiple()), Cause.MULTIPLE);
      order.to(up, Cause.PURCHASE_UNIT);
    }
    if (terms.prices().isPresent() && costs.isPresent() && yearlyDemand > 0) {
      BigDecimal allowed = most.orElse(BigDecimal.valueOf(Math.ceil(yearlyDemand)).max(order.sum));
      order.to(
          terms
              .prices()
              .get()
              .cheapest(order.sum, allowed, step, yearlyDemand, costs.orElseThrow()),
          Cause.PRICE_BREAK);
    }
    return Optional.of(order.made());
  }

  /** Returns another quantity of which the difference has a cause. */
  public OrderQuantity changedTo(BigDecimal other, Cause cause) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(cause, other.subtract(quantity)));
    return new OrderQuantity(other, more);
  }

  /** Returns how much was added for the vendor's minimum order value. */
  public BigDecimal added() {
    return parts.stream()
        .filter(p -> p.cause() == Cause.CONSOLIDATION)
        .map(Part::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal ceiling(BigDecimal quantity, BigDecimal step) {
    return quantity.divide(step, 0, RoundingMode.CEILING).multiply(step);
  }

  static BigDecimal floor(BigDecimal quantity, BigDecimal step) {
    return quantity.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }

  private static final class Builder {
    private final List<Part> parts = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;

    void to(BigDecimal quantity, Cause cause) {
      parts.add(new Part(cause, quantity.subtract(sum)));
      sum = quantity;
    }

    OrderQuantity made() {
      return new OrderQuantity(sum, parts);
    }
  }
}
