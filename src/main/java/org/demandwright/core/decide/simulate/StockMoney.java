package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.demandwright.core.decide.CostTerms;

/**
 * What ordering one way cost, in the currency of the prices. The goods themselves are no part of
 * it: whoever sells the same has bought the same.
 *
 * @param holding price × share a year × units in the evenings ÷ 365
 * @param ordering of order lines
 * @param shortage of units that were wanted and not there
 */
public record StockMoney(BigDecimal holding, BigDecimal ordering, BigDecimal shortage) {
  public static final StockMoney NOTHING =
      new StockMoney(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal YEAR = BigDecimal.valueOf(365);
  private static final int DECIMALS = 6;

  /**
   * Returns the cost of one item at one site, each part rounded to millionths.
   *
   * @param heldDays sum of the units in the evenings
   * @param shortUnits that were wanted and not there
   */
  static StockMoney of(CostTerms costs, BigDecimal heldDays, int lines, BigDecimal shortUnits) {
    BigDecimal year =
        BigDecimal.valueOf(costs.price()).multiply(BigDecimal.valueOf(costs.holdingRate()));
    return new StockMoney(
        year.multiply(heldDays).divide(YEAR, DECIMALS, RoundingMode.HALF_EVEN),
        rounded(BigDecimal.valueOf(costs.orderingCost()).multiply(BigDecimal.valueOf(lines))),
        rounded(BigDecimal.valueOf(costs.shortageCost().orElseThrow()).multiply(shortUnits)));
  }

  static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Returns the sum of the parts, exactly. */
  public BigDecimal total() {
    return holding.add(ordering).add(shortage);
  }

  /** Returns each part multiplied, rounded to millionths. */
  StockMoney times(BigDecimal factor) {
    return new StockMoney(
        rounded(holding.multiply(factor)),
        rounded(ordering.multiply(factor)),
        rounded(shortage.multiply(factor)));
  }

  public StockMoney plus(StockMoney other) {
    return new StockMoney(
        holding.add(other.holding), ordering.add(other.ordering), shortage.add(other.shortage));
  }
}
