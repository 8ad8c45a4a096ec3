package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor takes as an order line, and what it asks for it.
 *
 * @param unit the smallest quantity of the item, base units: 1 for pieces
 * @param minimum least quantity, base units; 0 = any
 * @param multiple of which it must be one, base units
 * @param purchaseUnit base units of the unit that is bought, such as 12 of a box; 1 where it is the
 *     base unit
 * @param prices of a base unit, by base units; empty = not known
 */
public record OrderTerms(
    BigDecimal unit,
    BigDecimal minimum,
    BigDecimal multiple,
    BigDecimal purchaseUnit,
    Optional<PriceBreaks> prices) {
  public OrderTerms {
    Objects.requireNonNull(prices, "prices");
    if (unit.signum() <= 0
        || minimum.signum() < 0
        || multiple.signum() <= 0
        || purchaseUnit.signum() <= 0) {
      throw new IllegalArgumentException(
          "unit %s, minimum %s, multiple %s, purchase unit %s"
              .formatted(unit, minimum, multiple, purchaseUnit));
    }
  }

  /** Returns the terms of pieces of which any number can be bought. */
  public static OrderTerms any() {
    return new OrderTerms(
        BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, Optional.empty());
  }

  /**
   * Returns the terms of a vendor for a stock that is planned by others.
   *
   * @param purchaseUnit base units of the unit that is bought
   */
  public static OrderTerms of(
      StockTerms stock, BigDecimal purchaseUnit, Optional<PriceBreaks> prices) {
    return new OrderTerms(
        stock.unit(), stock.minimumOrder(), stock.multiple(), purchaseUnit, prices);
  }

  /** Why a vendor may not take a quantity. */
  public enum Objection {
    /** It is less than the least quantity. */
    BELOW_MINIMUM,
    /** It is no multiple, or no whole purchase units. */
    NO_MULTIPLE
  }

  /**
   * Returns what speaks against ordering a quantity, each with the figure that it offends: the
   * least quantity, or the step of which it must be a multiple.
   */
  public Map<Objection, BigDecimal> against(BigDecimal quantity) {
    Map<Objection, BigDecimal> objections = new EnumMap<>(Objection.class);
    if (quantity.compareTo(minimum) < 0) {
      objections.put(Objection.BELOW_MINIMUM, minimum);
    }
    if (quantity.remainder(step()).signum() != 0) {
      objections.put(Objection.NO_MULTIPLE, step());
    }
    return objections;
  }

  /** Returns the least quantity that is both a multiple and whole purchase units. */
  public BigDecimal step() {
    int scale =
        Math.max(
            0,
            Math.max(
                multiple.stripTrailingZeros().scale(), purchaseUnit.stripTrailingZeros().scale()));
    BigInteger one = multiple.movePointRight(scale).toBigIntegerExact();
    BigInteger other = purchaseUnit.movePointRight(scale).toBigIntegerExact();
    return new BigDecimal(one.divide(one.gcd(other)).multiply(other)).movePointLeft(scale);
  }
}
