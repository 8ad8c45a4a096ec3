package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void writes_plain_digits_without_trailing_zeros() {
    assertThat(Decimals.plain(new BigDecimal("12.500000"))).isEqualTo("12.5");
    assertThat(Decimals.plain(new BigDecimal("0.000000"))).isEqualTo("0");
    assertThat(Decimals.plain(new BigDecimal("1E+6"))).isEqualTo("1000000");
    assertThat(Decimals.plain(null)).isNull();
  }

  @Test
  void what_is_no_number_has_no_json() {
    assertThat(Decimals.finite(Double.NaN)).isNull();
    assertThat(Decimals.finite(Double.POSITIVE_INFINITY)).isNull();
    assertThat(Decimals.finite(0.25)).isEqualTo(0.25);
  }
}
