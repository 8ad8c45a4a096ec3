package org.demandwright.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {
  private final Wording wording = new Wording();

  @Test
  void durations_show_their_two_largest_units() {
    assertThat(wording.seconds(42)).isEqualTo("42 s");
    assertThat(wording.seconds(125)).isEqualTo("2 min 5 s");
    assertThat(wording.seconds(3725)).isEqualTo("1 h 2 min");
    Optional<Instant> start = Optional.of(Instant.EPOCH);
    assertThat(wording.between(start, start.map(s -> s.plusMillis(400)))).isEqualTo("< 1 s");
    assertThat(wording.between(start, Optional.empty())).isEqualTo("–");
  }

  @Test
  void times_are_utc_and_a_dash_where_there_is_none() {
    assertThat(wording.time(Optional.of(Instant.parse("2026-11-01T02:03:59Z"))))
        .isEqualTo("2026-11-01 02:03");
    assertThat(wording.time(Optional.empty())).isEqualTo("–");
  }

  @Test
  void figures_that_cannot_be_computed_are_a_dash() {
    assertThat(wording.measure(Double.NaN)).isEqualTo("–");
    assertThat(wording.percent(-0.204)).isEqualTo("-20.4 %");
    assertThat(wording.rounded(1234567.8)).isEqualTo("1,234,568");
  }

  @Test
  void quantities_have_two_decimals_or_as_many_as_make_four_digits() {
    assertThat(wording.quantity(1234.567)).isEqualTo("1,234.57");
    assertThat(wording.quantity(12)).isEqualTo("12.00");
    assertThat(wording.quantity(0.00041234)).isEqualTo("0.0004123");
    assertThat(wording.quantity(2E-320)).isEqualTo("0.00");
    assertThat(wording.decimal(new BigDecimal("0.000060"))).isEqualTo("0.00006");
    assertThat(wording.signed(-0.00041234)).isEqualTo("-0.0004123");
    assertThat(wording.signed(3)).isEqualTo("+3.00");
    assertThat(wording.rounded(0.0052)).isEqualTo("0.0052");
  }
}
