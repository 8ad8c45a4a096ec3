package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * For which orders of customers stock is reserved. An ERP tells it of each order, or only how much
 * is reserved of the item at the site. What it tells of orders counts, no more than is reserved in
 * all; what is left then is for the other orders, the earliest due first. What is reserved beyond
 * them is for something else than orders of customers.
 *
 * <p>Worked: 10 are reserved; an order of 6 tells that 2 of it are, the ones of 5 due on Monday and
 * 4 due on Tuesday tell nothing: 2, 5 and 3.
 */
public final class Reservations {
  private Reservations() {}

  /**
   * An order as the ERP tells it.
   *
   * @param id by which orders of one day are in an order
   * @param due the day for which it is wanted
   * @param quantity base units, above 0
   * @param reserved of it; empty = not told of this order
   */
  public record Ordered(
      String id, LocalDate due, BigDecimal quantity, Optional<BigDecimal> reserved) {
    public Ordered {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(due, "due");
      Objects.requireNonNull(quantity, "quantity");
      Objects.requireNonNull(reserved, "reserved");
    }
  }

  /**
   * Returns the orders with what is reserved for each, the earliest due first.
   *
   * @param orders of an item at a site
   * @param reserved of the item there; empty = not told, and what the orders tell counts
   */
  public static List<StockPosition.OpenOrder> of(
      List<Ordered> orders, Optional<BigDecimal> reserved) {
    List<Ordered> byDue =
        orders.stream()
            .sorted(Comparator.comparing(Ordered::due).thenComparing(Ordered::id))
            .toList();
    BigDecimal[] of = new BigDecimal[byDue.size()];
    BigDecimal left = reserved.orElse(null);
    for (boolean told : new boolean[] {true, false}) {
      for (int i = 0; i < of.length; i++) {
        Ordered order = byDue.get(i);
        if (order.reserved().isPresent() == told) {
          of[i] = share(order, left);
          left = left == null ? null : left.subtract(of[i]);
        }
      }
    }
    List<StockPosition.OpenOrder> open = new ArrayList<>();
    for (int i = 0; i < of.length; i++) {
      open.add(new StockPosition.OpenOrder(byDue.get(i).due(), byDue.get(i).quantity(), of[i]));
    }
    return open;
  }

  private static BigDecimal share(Ordered order, BigDecimal left) {
    BigDecimal most = left == null ? order.quantity() : order.quantity().min(left);
    return order
        .reserved()
        .orElse(left == null ? BigDecimal.ZERO : order.quantity())
        .min(most)
        .max(BigDecimal.ZERO);
  }
}
