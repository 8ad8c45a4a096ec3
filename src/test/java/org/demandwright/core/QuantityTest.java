package org.demandwright.core;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void aBillionthOfTheScaleIsNothing() {
    assertThat(Quantity.aboveDust(1e-8, 100)).isZero();
    assertThat(Quantity.aboveDust(1e-8, 0.0004)).isEqualTo(1e-8);
    assertThat(Quantity.aboveDust(2E-320, 0)).isZero();
    assertThat(Quantity.aboveDust(-1e-12, 5)).isZero();
  }
}
