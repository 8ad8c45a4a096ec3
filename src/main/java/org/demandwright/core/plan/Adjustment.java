package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What an override makes of the total that it is laid over: the sum over its scope and its days.
 *
 * @param kind how the amount is meant
 * @param amount base units in all (VALUE, ≥ 0), per cent more or less (PERCENT, ≥ −100), or base
 *     units more or less in all (DELTA, not 0)
 */
public record Adjustment(Kind kind, BigDecimal amount) {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** How an amount is meant. */
  public enum Kind {
    /** The new total. */
    VALUE,
    /** By how many per cent the total changes. */
    PERCENT,
    /** By how many base units the total changes; it stops at 0. */
    DELTA
  }

  public Adjustment {
    Objects.requireNonNull(kind, "kind");
    boolean allowed =
        switch (kind) {
          case VALUE -> amount.signum() >= 0;
          case PERCENT -> amount.compareTo(HUNDRED.negate()) >= 0;
          case DELTA -> amount.signum() != 0;
        };
    if (!allowed) {
      throw new IllegalArgumentException(
          switch (kind) {
            case VALUE -> "VALUE is " + amount + "; a total is 0 or more";
            case PERCENT -> "PERCENT is " + amount + "; less than -100 would be negative demand";
            case DELTA -> "DELTA is 0; that changes nothing";
          });
    }
  }

  /** Returns whether the amount is in base units, so that the scope must have one unit alone. */
  public boolean inUnits() {
    return kind != Kind.PERCENT;
  }

  /**
   * Returns the new total, ≥ 0, to {@value Spread#DECIMALS} decimals.
   *
   * <p>Worked example: 300 over 30 days, of which a version holds the last 10, is 100 there; a
   * delta of −60 takes 20 from what it forecasts there, +10 % makes 55 of 50.
   *
   * @param before the total without this override
   * @param covered how many of the override's days the forecast covers
   * @param days how many there are
   */
  BigDecimal over(BigDecimal before, long covered, long days) {
    return switch (kind) {
      case VALUE -> part(covered, days);
      case DELTA -> before.add(part(covered, days)).max(BigDecimal.ZERO);
      case PERCENT ->
          before
              .multiply(HUNDRED.add(amount))
              .divide(HUNDRED, Spread.DECIMALS, RoundingMode.HALF_EVEN);
    };
  }

  /** What is meant for some of the days: each has the same part, and whole units stay whole. */
  private BigDecimal part(long covered, long days) {
    if (covered == days) {
      return amount;
    }
    int decimals = Spread.isWhole(amount) ? 0 : Spread.DECIMALS;
    return amount
        .multiply(BigDecimal.valueOf(covered))
        .divide(BigDecimal.valueOf(days), decimals, RoundingMode.HALF_EVEN);
  }
}
