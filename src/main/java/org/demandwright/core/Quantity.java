package org.demandwright.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How quantities are told: rounded to some decimals, but never to fewer than four significant
 * digits, and never with an exponent, so that an item that is planned in tonnes keeps its grams.
 *
 * <p>Worked examples, to six decimals: 12.3456789 becomes 12.345679 and 0.000061234 becomes
 * 0.00006123; to two: 0.000061234 becomes the same, 1234.567 becomes 1234.57 and 2E-320 becomes 0.
 *
 * <p>What lies below {@value #DUST} of its item's scale is left over from the arithmetic and counts
 * as zero. Where the scale is not known, that of the smallest quantity that is read counts, a
 * millionth of a unit.
 */
public final class Quantity {
  /** Share of an item's scale below which a quantity is zero. */
  public static final double DUST = 1e-9;

  private static final double LEAST = 1e-6;
  private static final int SIGNIFICANT = 4;

  /** From here on a double has the four digits among its six decimals, and is exact enough. */
  private static final double PLAIN_FROM = 1e-3;

  private static final double PLAIN_UP_TO = 1e6;
  private static final int PLAIN_DECIMALS = 6;
  private static final double MILLION = 1e6;

  /** A remainder this near to a half is rounded by its digits. */
  private static final double HALF_WIDTH = 1e-3;

  private Quantity() {}

  /**
   * Returns the quantity, or zero where it is dust.
   *
   * @param scale any usual quantity of the item, ≥ 0
   */
  public static double aboveDust(double units, double scale) {
    return Math.abs(units) < DUST * Math.max(scale, LEAST) ? 0 : units;
  }

  /**
   * Returns a quantity rounded half to even, without trailing zeros.
   *
   * @param units finite
   * @param decimals at least so many are kept where there are any
   */
  public static BigDecimal rounded(double units, int decimals) {
    double size = Math.abs(units);
    if (decimals == PLAIN_DECIMALS && size >= PLAIN_FROM && size < PLAIN_UP_TO) {
      double millionths = units * MILLION;
      double whole = Math.rint(millionths);
      if (Math.abs(millionths - whole) < 0.5 - HALF_WIDTH) {
        return decimal((long) whole);
      }
    }
    return byDigits(units, decimals);
  }

  /** The usual quantity, without the way over its digits: most of what a page of numbers costs. */
  private static BigDecimal decimal(long millionths) {
    long unscaled = millionths;
    int scale = PLAIN_DECIMALS;
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    return BigDecimal.valueOf(unscaled, scale);
  }

  private static BigDecimal byDigits(double units, int decimals) {
    double told = aboveDust(units, 0);
    if (told == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = BigDecimal.valueOf(told);
    int leading = exact.precision() - exact.scale() - 1;
    int kept = Math.max(decimals, SIGNIFICANT - 1 - leading);
    BigDecimal rounded = exact.setScale(kept, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** Returns a quantity for a sentence: 12.346 as "12.35", 20003.7 as "20004" and 36 as "36". */
  public static String words(double units) {
    return rounded(units, 0).toPlainString();
  }
}
