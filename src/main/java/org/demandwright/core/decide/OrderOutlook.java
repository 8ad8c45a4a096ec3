package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is going to be ordered of an item for a site if demand is what is expected: a plan to talk
 * about with a vendor, and no order.
 *
 * <p>Day by day the expected demand leaves the stock, and what is on its way arrives after the mean
 * lead time. What is suggested is ordered on its day; from the occasion after it on something is
 * ordered whenever the stock with all that is on its way has fallen to the reorder point, as much
 * as is ordered today: up to the order-up-to level, or in lots, after shelf life, minimum, multiple
 * and purchase unit. Both levels go with the demand that is expected of the protection interval
 * then; the buffer is that of today.
 *
 * <p>Orders lie on days on which the vendor takes them, arrivals on days on which one can receive.
 * Quantities are exact: opening + arrived − wanted = closing, to the unit.
 *
 * @param orders by their days
 * @param opening there in the morning of the first day for the demand of these days
 * @param arrived up to the last day
 * @param wanted up to the last day, as expected, or as ordered by customers where that is more
 * @param closing what is left then, negative where it is short
 * @param onItsWay what arrives later
 */
public record OrderOutlook(
    List<Order> orders,
    BigDecimal opening,
    BigDecimal arrived,
    BigDecimal wanted,
    BigDecimal closing,
    BigDecimal onItsWay) {

  /** What an order rests on. */
  public enum Basis {
    /** It is accepted, and the ERP does not have it yet. */
    ACCEPTED,
    /** It is suggested. */
    SUGGESTED,
    /** It follows if demand is as expected. */
    PLANNED
  }

  /**
   * An order.
   *
   * @param quantity base units, above 0
   */
  public record Order(Basis basis, LocalDate on, LocalDate expectedOn, BigDecimal quantity) {
    public Order {
      Objects.requireNonNull(basis, "basis");
      if (quantity.signum() <= 0 || expectedOn.isBefore(on)) {
        throw new IllegalArgumentException(
            "%s units ordered on %s, expected on %s".formatted(quantity, on, expectedOn));
      }
    }
  }

  public OrderOutlook {
    orders = List.copyOf(orders);
  }

  /**
   * Returns what is going to be ordered.
   *
   * @param at with all that is on its way, also what is accepted
   * @param suggested what is suggested now
   * @param length days, at least 1
   */
  public static OrderOutlook of(Replenishment.Situation at, List<Order> suggested, int length) {
    return new Walk(at, length).with(suggested);
  }

  /** The way from the morning of the first day to the evening of the last. */
  private static final class Walk {
    private final Replenishment.Situation at;
    private final int length;
    private final BigDecimal[] supply;
    private final List<Order> orders = new ArrayList<>();
    private final double firstProtection;
    private BigDecimal onItsWay = BigDecimal.ZERO;

    Walk(Replenishment.Situation at, int length) {
      this.at = at;
      this.length = length;
      this.supply = new BigDecimal[length];
      Arrays.fill(supply, BigDecimal.ZERO);
      this.firstProtection = protection(0);
      for (OpenSupply s : at.position().supply()) {
        arrives(Projection.arrival(s, at.today(), at.days().delivery()), s.quantity());
      }
    }

    private void arrives(LocalDate day, BigDecimal quantity) {
      long after = ChronoUnit.DAYS.between(at.today(), day);
      onItsWay = onItsWay.add(quantity);
      if (after < length) {
        supply[(int) after] = supply[(int) after].add(quantity);
      }
    }

    OrderOutlook with(List<Order> suggested) {
      orders.addAll(suggested);
      suggested.forEach(order -> arrives(order.expectedOn(), order.quantity()));
      BigDecimal opening = at.position().serving(at.today(), at.today().plusDays(length - 1L));
      BigDecimal stock = opening;
      BigDecimal arrived = BigDecimal.ZERO;
      BigDecimal wanted = BigDecimal.ZERO;
      LocalDate occasion = next(at.days().order().onOrAfter(at.today()));
      for (int d = 0; d < length; d++) {
        LocalDate day = at.today().plusDays(d);
        if (day.equals(occasion)) {
          order(day, d, stock.add(onItsWay)).ifPresent(this::place);
          occasion = next(occasion);
        }
        BigDecimal expected = mean(d + 1).max(at.position().ordered(at.today(), day));
        stock = stock.add(supply[d]).subtract(expected.subtract(wanted));
        onItsWay = onItsWay.subtract(supply[d]);
        arrived = arrived.add(supply[d]);
        wanted = expected;
      }
      return new OrderOutlook(orders, opening, arrived, wanted, stock, onItsWay);
    }

    private LocalDate next(LocalDate occasion) {
      LocalDate next = at.days().orderAfter(occasion, at.cycle().reviewDays(), at.leadTime());
      return next.isAfter(occasion) ? next : at.days().order().onOrAfter(occasion.plusDays(1));
    }

    private void place(Order order) {
      orders.add(order);
      arrives(order.expectedOn(), order.quantity());
    }

    private BigDecimal mean(int days) {
      return BigDecimal.valueOf(at.demand().mean(days))
          .setScale(at.decimals(), RoundingMode.HALF_EVEN);
    }

    /** The demand that is expected of a protection interval that begins on a day. */
    private double protection(int day) {
      double interval = at.cycle().protection().mean();
      return at.demand().mean((int) Math.round(day + interval)) - at.demand().mean(day);
    }

    private Optional<Order> order(LocalDate day, int d, BigDecimal position) {
      StockPlan plan = at.plan();
      BigDecimal more =
          BigDecimal.valueOf(protection(d) - firstProtection)
              .setScale(at.decimals(), RoundingMode.HALF_UP);
      BigDecimal low = plan.reorderPoint().add(more).max(BigDecimal.ZERO);
      int against = position.compareTo(low);
      boolean due = plan.policy() == StockPolicy.ORDER_UP_TO ? against < 0 : against <= 0;
      BigDecimal need =
          plan.policy() == StockPolicy.REORDER_POINT_LOTS
              ? lots(low.subtract(position))
              : plan.orderUpTo().add(more).subtract(position);
      if (!due || need.signum() <= 0) {
        return Optional.empty();
      }
      double yearly = at.demand().mean(at.demand().reach()) / at.demand().reach() * 365;
      Optional<BigDecimal> most = plan.limit().map(l -> l.position().add(more).subtract(position));
      int lead = (int) Math.ceil(at.leadTime().mean() - 1e-9);
      return OrderQuantity.of(need, most, at.terms(), yearly, at.costs())
          .map(q -> new Order(Basis.PLANNED, day, at.days().arrival(day, lead), q.quantity()));
    }

    private BigDecimal lots(BigDecimal below) {
      BigDecimal lot = at.plan().lot();
      return below.signum() < 0
          ? BigDecimal.ZERO
          : below.divide(lot, 0, RoundingMode.FLOOR).add(BigDecimal.ONE).multiply(lot);
    }
  }
}
