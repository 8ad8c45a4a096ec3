package org.demandwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "12.3456789, 6, 12.345679",
    "0.0004123456, 6, 0.0004123",
    "0.000061234, 6, 0.00006123",
    "0.000061234, 2, 0.00006123",
    "-0.000061234, 2, -0.00006123",
    "1234.567, 2, 1234.57",
    "9.87654, 2, 9.877",
    "9999.96, 0, 10000",
    "20003.7, 0, 20004",
    "12.346, 0, 12.35",
    "1E10, 6, 10000000000",
    "36, 6, 36",
    "0, 6, 0",
    "2E-320, 6, 0"
  })
  void keepsSixDecimalsAtMostAndFourDigitsAtLeast(double units, int decimals, String told) {
    assertThat(Quantity.rounded(units, decimals).toPlainString()).isEqualTo(told);
  }

  /** Digit by digit, as the documentation says it. */
  private static BigDecimal byDigits(double units) {
    BigDecimal exact = BigDecimal.valueOf(units);
    int leading = exact.precision() - exact.scale() - 1;
    BigDecimal rounded =
        exact.setScale(Math.max(6, 3 - leading), RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  @Test
  void theShortWayGivesTheSameDigits() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double units = Math.pow(10, 13 * random.nextDouble() - 5) * (random.nextBoolean() ? 1 : -1);
      double half = Math.rint(units * 1e6) / 1e6 + 5e-7;
      double few = Math.rint(units * 100) / 100 + 0.01;
      for (double u : new double[] {units, half, Math.nextUp(half), few, Math.rint(units) + 1}) {
        if (u != 0) {
          assertThat(Quantity.rounded(u, 6)).isEqualTo(byDigits(u));
        }
      }
    }
  }

  @Test
  void aBillionthOfTheScaleIsNothing() {
    assertThat(Quantity.aboveDust(1e-8, 100)).isZero();
    assertThat(Quantity.aboveDust(1e-8, 0.0004)).isEqualTo(1e-8);
    assertThat(Quantity.aboveDust(2E-320, 0)).isZero();
    assertThat(Quantity.aboveDust(-1e-12, 5)).isZero();
  }
}
