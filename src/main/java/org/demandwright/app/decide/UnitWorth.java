package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.demand.Price;
import org.demandwright.store.decide.StockException.Stake;

/**
 * What a unit of an item at a site is worth.
 *
 * @param cost of buying it, empty = not known
 * @param price of selling it, empty = not known
 * @param rates of one unit of a currency in the reporting currency; empty = there is none
 */
record UnitWorth(
    Optional<Money> cost, Optional<Money> price, Map<String, ExchangeRates.Conversion> rates) {
  private static final int DECIMALS = 6;

  /** An amount in a currency. */
  record Money(BigDecimal amount, String currency) {}

  /**
   * Returns what is known of it.
   *
   * @param prices of the item, of which those count that hold on the day: that of the site before
   *     that of all, the newest first
   */
  static UnitWorth of(
      SupplyTerms terms,
      List<Price> prices,
      String site,
      LocalDate today,
      Map<String, ExchangeRates.Conversion> rates) {
    Optional<Money> cost =
        terms.price().flatMap(p -> terms.currency().map(currency -> new Money(p, currency)));
    Optional<Money> price =
        prices.stream()
            .filter(p -> p.currency() != null && p.unitPrice() != null)
            .filter(p -> p.siteId() == null || p.siteId().equals(site))
            .filter(p -> p.validFrom() == null || !p.validFrom().isAfter(today))
            .filter(p -> p.validTo() == null || !p.validTo().isBefore(today))
            .max(
                Comparator.comparing((Price p) -> p.siteId() != null)
                    .thenComparing(
                        Price::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Price::priceId))
            .map(p -> new Money(p.unitPrice(), p.currency()));
    return new UnitWorth(cost, price, rates);
  }

  /** Returns what is at stake. */
  Stake stake(Risk risk) {
    return unit(risk.worth())
        .map(
            unit -> {
              BigDecimal amount = rounded(unit.amount().multiply(risk.units()));
              return new Stake(
                  Optional.of(unit.currency()),
                  Optional.of(amount),
                  Optional.ofNullable(rates.get(unit.currency()))
                      .map(rate -> rounded(amount.multiply(rate.factor()))));
            })
        .orElse(Stake.UNKNOWN);
  }

  private Optional<Money> unit(Risk.Worth worth) {
    return switch (worth) {
      case COST -> cost;
      case PRICE -> price.or(() -> cost);
      case MARGIN -> margin().or(() -> price).or(() -> cost);
    };
  }

  /** Empty where one of both is not known, where they cannot be compared, or nothing is earned. */
  Optional<Money> margin() {
    if (price.isEmpty() || cost.isEmpty()) {
      return Optional.empty();
    }
    Money sells = price.get();
    Money buys = cost.get();
    Optional<BigDecimal> factor =
        sells.currency().equals(buys.currency())
            ? Optional.of(BigDecimal.ONE)
            : Optional.ofNullable(rates.get(buys.currency()))
                .flatMap(
                    in ->
                        Optional.ofNullable(rates.get(sells.currency()))
                            .map(out -> in.factor().divide(out.factor(), MathContext.DECIMAL64)));
    return factor
        .map(f -> sells.amount().subtract(buys.amount().multiply(f)))
        .filter(margin -> margin.signum() > 0)
        .map(margin -> new Money(margin, sells.currency()));
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
