package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers for sentences: four digits are enough, and never an exponent. */
final class Figures {
  private static final double WHOLE = 1_000;

  private Figures() {}

  /** Returns 12.345 as "12.35", 20003.7 as "20004" and 36 as "36". */
  static String of(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    BigDecimal rounded =
        Math.abs(number) >= WHOLE
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(4, RoundingMode.HALF_EVEN));
    BigDecimal plain = rounded.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }
}
