package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes to one vendor at once, raised to its minimum order value where what is due is worth
 * less.
 *
 * <p>Nothing is ordered where nothing is due. Otherwise what would be due soonest is brought
 * forward, whole orders, until the value is reached. If all of them do not reach it, the item that
 * would run out first is topped up, step by step, so that in the end all last about equally long:
 * each unit that is bought too early is held for as short as can be. No item goes beyond what shelf
 * life and maximum cover allow, and none that does not sell is topped up.
 *
 * <p>Reference for equal run-out times: Silver, Pyke &amp; Thomas (2017), ch. 10, coordinated
 * replenishment.
 *
 * @param lines by item, those that are due first, then in the order in which they were added
 * @param value of all lines
 * @param missing up to the minimum order value where it was not to be reached, else 0
 */
public record VendorOrder(List<Line> lines, BigDecimal value, BigDecimal missing) {

  /** Why a line is there, or larger than it was. */
  public enum Why {
    /** It is due. */
    DUE,
    /** It would have been due later. */
    BROUGHT_FORWARD,
    /** It lasts longer than it would have to. */
    TOPPED_UP
  }

  /**
   * An item that may be ordered.
   *
   * @param id item and site
   * @param order what is, or would be, ordered
   * @param due whether it is to be ordered now
   * @param orderBy by when it has to be
   * @param terms with prices
   * @param position base units that are there and on their way
   * @param dailyDemand expected, base units
   * @param most that may be ordered, empty = any
   */
  public record Candidate(
      String id,
      OrderQuantity order,
      boolean due,
      LocalDate orderBy,
      OrderTerms terms,
      BigDecimal position,
      double dailyDemand,
      Optional<BigDecimal> most) {
    public Candidate {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(orderBy, "orderBy");
      Objects.requireNonNull(position, "position");
      Objects.requireNonNull(most, "most");
      if (terms.prices().isEmpty()) {
        throw new IllegalArgumentException(id + " has no price; it cannot make up a value");
      }
    }

    /** Returns the same with another quantity to begin with. */
    public Candidate ordering(OrderQuantity other) {
      return new Candidate(id, other, due, orderBy, terms, position, dailyDemand, most);
    }

    /** Returns the same, of which no more is added than lasts so many days with what is there. */
    public Candidate lastingAtMost(int days) {
      BigDecimal upTo =
          BigDecimal.valueOf(days * dailyDemand).subtract(position).max(BigDecimal.ZERO);
      Optional<BigDecimal> least = Optional.of(most.map(upTo::min).orElse(upTo));
      return new Candidate(id, order, due, orderBy, terms, position, dailyDemand, least);
    }
  }

  /**
   * A line of the order.
   *
   * @param orderBy by when it would have had to be ordered
   * @param value in the vendor's currency
   */
  public record Line(
      String id, OrderQuantity order, Why why, LocalDate orderBy, BigDecimal value) {}

  public VendorOrder {
    lines = List.copyOf(lines);
  }

  /**
   * Returns the order.
   *
   * @param minimumValue in the vendor's currency, 0 = none
   * @return empty where nothing is due
   */
  public static Optional<VendorOrder> of(BigDecimal minimumValue, List<Candidate> candidates) {
    List<Basket> baskets =
        new ArrayList<>(
            candidates.stream()
                .filter(Candidate::due)
                .sorted(Comparator.comparing(Candidate::id))
                .map(c -> new Basket(c, Why.DUE))
                .toList());
    if (baskets.isEmpty()) {
      return Optional.empty();
    }
    candidates.stream()
        .filter(c -> !c.due())
        .sorted(Comparator.comparing(Candidate::orderBy).thenComparing(Candidate::id))
        .takeWhile(c -> value(baskets).compareTo(minimumValue) < 0)
        .forEachOrdered(c -> baskets.add(new Basket(c, Why.BROUGHT_FORWARD)));
    boolean more = true;
    while (more && value(baskets).compareTo(minimumValue) < 0) {
      more = topUp(baskets, minimumValue.subtract(value(baskets)));
    }
    BigDecimal value = value(baskets);
    return Optional.of(
        new VendorOrder(
            baskets.stream().map(Basket::line).toList(),
            value,
            minimumValue.subtract(value).max(BigDecimal.ZERO)));
  }

  private static BigDecimal value(List<Basket> baskets) {
    return baskets.stream().map(Basket::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Adds to the item that would run out first until the next one would; false where none can. */
  private static boolean topUp(List<Basket> baskets, BigDecimal missing) {
    List<Basket> open =
        baskets.stream()
            .filter(Basket::takesMore)
            .sorted(Comparator.comparingDouble(Basket::cover).thenComparing(b -> b.of.id()))
            .toList();
    if (open.isEmpty()) {
      return false;
    }
    open.get(0).add(open.size() == 1 ? Double.MAX_VALUE : open.get(1).cover(), missing);
    return true;
  }

  private static final class Basket {
    private final Candidate of;
    private final Why why;
    private BigDecimal quantity;

    Basket(Candidate of, Why why) {
      this.of = of;
      this.why = why;
      this.quantity = of.order().quantity();
    }

    BigDecimal value() {
      return of.terms().prices().orElseThrow().cost(quantity);
    }

    /** For how many days it is enough. */
    double cover() {
      return of.position().add(quantity).doubleValue() / of.dailyDemand();
    }

    boolean takesMore() {
      BigDecimal next = quantity.add(of.terms().step());
      return of.dailyDemand() > 0
          && of.terms().prices().orElseThrow().price(next).signum() > 0
          && of.most().map(m -> next.compareTo(m) <= 0).orElse(true);
    }

    /** Adds at least one step, up to a cover, and no more than what is missing takes. */
    void add(double upTo, BigDecimal missing) {
      BigDecimal step = of.terms().step();
      double wanted = Math.max(0, upTo - cover()) * of.dailyDemand();
      BigDecimal price = of.terms().prices().orElseThrow().price(quantity.add(step));
      BigDecimal byValue = missing.divide(price.multiply(step), 0, RoundingMode.CEILING);
      BigDecimal steps = byValue;
      if (wanted / step.doubleValue() < steps.doubleValue()) {
        steps = BigDecimal.valueOf(Math.ceil(wanted / step.doubleValue()));
      }
      BigDecimal allowed =
          of.most()
              .map(m -> m.subtract(quantity).divide(step, 0, RoundingMode.FLOOR))
              .orElse(byValue);
      quantity = quantity.add(steps.min(allowed).max(BigDecimal.ONE).multiply(step));
    }

    Line line() {
      boolean more = quantity.compareTo(of.order().quantity()) > 0;
      OrderQuantity order =
          more ? of.order().changedTo(quantity, OrderQuantity.Cause.CONSOLIDATION) : of.order();
      Why told = more && why == Why.DUE ? Why.TOPPED_UP : why;
      return new Line(of.id(), order, told, of.orderBy(), value());
    }
  }
}
