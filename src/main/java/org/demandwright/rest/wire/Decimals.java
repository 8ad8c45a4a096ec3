package org.demandwright.rest.wire;

import java.math.BigDecimal;
import org.demandwright.core.Quantity;

/** How numbers travel. */
public final class Decimals {
  private static final int QUANTITY = 6;
  private static final double MILLION = 1e6;

  private Decimals() {}

  /** Returns plain digits without trailing zeros: 12.500000 becomes "12.5"; null stays null. */
  public static String plain(BigDecimal value) {
    return value == null ? null : trimmed(value).toPlainString();
  }

  /** Returns the value without trailing zeros and never in scientific notation. */
  static BigDecimal trimmed(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns a quantity with at most six decimals, null where it is not a number. */
  public static BigDecimal quantity(double units) {
    return Double.isFinite(units) ? Quantity.rounded(units, QUANTITY) : null;
  }

  /** Returns the value, or null where it is not a number: JSON has no word for that. */
  public static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Returns a share, an elasticity or the like with at most six decimals. */
  public static double figure(double value) {
    return Math.rint(value * MILLION) / MILLION;
  }

  /** Returns estimated units as forecasts have them. */
  public static String units(double units) {
    return plain(quantity(units));
  }
}
