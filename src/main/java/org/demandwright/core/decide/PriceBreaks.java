package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a vendor asks for a unit, by how many are ordered: an all-units discount, in which the price
 * of the quantity counts for all of it.
 *
 * @param breaks in ascending order of quantity; the first from 0 on
 */
public record PriceBreaks(List<Break> breaks) {

  /**
   * A price.
   *
   * @param from base units from which on it counts
   * @param price of one base unit, in the vendor's currency
   */
  public record Break(BigDecimal from, BigDecimal price) {
    public Break {
      Objects.requireNonNull(from, "from");
      if (from.signum() < 0 || price.signum() < 0) {
        throw new IllegalArgumentException("price %s from %s units on".formatted(price, from));
      }
    }
  }

  public PriceBreaks {
    breaks = breaks.stream().sorted(Comparator.comparing(Break::from)).toList();
    if (breaks.isEmpty() || breaks.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("prices need one from 0 units on: " + breaks);
    }
  }

  /** Returns one price for any quantity. */
  public static PriceBreaks flat(BigDecimal price) {
    return new PriceBreaks(List.of(new Break(BigDecimal.ZERO, price)));
  }

  /** Returns the price of a unit where so many are ordered. */
  public BigDecimal price(BigDecimal quantity) {
    BigDecimal price = breaks.get(0).price();
    for (Break b : breaks) {
      price = b.from().compareTo(quantity) <= 0 ? b.price() : price;
    }
    return price;
  }

  /** Returns what so many cost, exactly. */
  public BigDecimal cost(BigDecimal quantity) {
    return quantity.multiply(price(quantity));
  }

  /**
   * Returns the cheapest of a quantity and the larger ones at which a price begins, in money a
   * year: goods, orders and holding, v D + A D ÷ Q + v r Q ÷ 2 with the price v of the quantity Q.
   *
   * <p>Reference: Silver, Pyke &amp; Thomas (2017), ch. 4, quantity discounts.
   *
   * @param quantity that is needed, above 0
   * @param most that may be ordered
   * @param multiple of which an order is one; breaks are rounded up to it
   * @param costs ordering cost and holding rate; the price there does not count
   */
  public BigDecimal cheapest(
      BigDecimal quantity,
      BigDecimal most,
      BigDecimal multiple,
      double yearlyDemand,
      CostTerms costs) {
    return Stream.concat(
            Stream.of(quantity),
            breaks.stream()
                .map(b -> StockPlan.up(b.from().doubleValue(), multiple))
                .filter(q -> q.compareTo(quantity) > 0 && q.compareTo(most) <= 0))
        .min(
            Comparator.comparingDouble((BigDecimal q) -> yearlyCost(q, yearlyDemand, costs))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Returns what goods, orders and holding cost in a year if so much is ordered at a time. */
  public double yearlyCost(BigDecimal quantity, double yearlyDemand, CostTerms costs) {
    double price = price(quantity).doubleValue();
    CostTerms priced =
        new CostTerms(price, costs.holdingRate(), costs.orderingCost(), costs.shortageCost());
    return price * yearlyDemand
        + EconomicOrder.yearlyCost(quantity.doubleValue(), yearlyDemand, priced);
  }

  /**
   * Returns the economic order quantity with these prices: the best of each price's own one, where
   * it has that price, and of the quantities at which a price begins.
   *
   * @param yearlyDemand above 0, with ordering and holding costs above 0
   */
  public double economicQuantity(double yearlyDemand, CostTerms costs) {
    return breaks.stream()
        .flatMap(
            b -> {
              CostTerms priced =
                  new CostTerms(
                      b.price().doubleValue(),
                      costs.holdingRate(),
                      costs.orderingCost(),
                      costs.shortageCost());
              Stream<Double> own =
                  EconomicOrder.quantity(yearlyDemand, priced)
                      .filter(q -> price(BigDecimal.valueOf(q)).compareTo(b.price()) == 0)
                      .stream();
              return Stream.concat(own, Stream.of(b.from().doubleValue()).filter(q -> q > 0));
            })
        .min(
            Comparator.comparingDouble(q -> yearlyCost(BigDecimal.valueOf(q), yearlyDemand, costs)))
        .orElseThrow();
  }
}
