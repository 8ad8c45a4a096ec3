package org.demandwright.rest;

import java.math.BigDecimal;

/** How numbers travel. */
final class Decimals {
  private Decimals() {}

  /** Returns plain digits without trailing zeros: 12.500000 becomes "12.5"; null stays null. */
  static String plain(BigDecimal value) {
    return value == null ? null : trimmed(value).toPlainString();
  }

  /** Returns the value without trailing zeros and never in scientific notation. */
  static BigDecimal trimmed(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns the value, or null where it is not a number: JSON has no word for that. */
  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
