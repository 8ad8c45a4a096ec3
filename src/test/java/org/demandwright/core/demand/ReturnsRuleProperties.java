package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReturnsRuleProperties {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  @Property
  void grossLessReturnsIsTheSameUnderEveryRule(
      @ForAll ReturnsRule rule,
      @ForAll @IntRange(min = 0, max = 1_000) int sold,
      @ForAll @IntRange(min = 0, max = 1_000) int returned) {
    DayTotal seen = rule.apply(day(sold, returned));
    assertThat(seen.gross().subtract(seen.returned()))
        .isEqualByComparingTo(BigDecimal.valueOf(sold - returned));
    assertThat(seen.gross()).isLessThanOrEqualTo(BigDecimal.valueOf(sold));
  }

  @Example
  void whatNettingCutsOffStaysInTheReturns() {
    DayTotal seen = ReturnsRule.NET_SALE.apply(day(5, 7));
    assertThat(seen.gross()).isEqualByComparingTo("0");
    assertThat(seen.returned()).isEqualByComparingTo("2");
    assertThat(ReturnsRule.SEPARATE.apply(day(5, 7))).isEqualTo(day(5, 7));
  }

  @Example
  void aRuleIsFoundByItsNameOrRefusedWithTheKnownOnes() {
    assertThat(ReturnsRule.named("net-return")).isEqualTo(ReturnsRule.NET_RETURN);
    assertThatThrownBy(() -> ReturnsRule.named("net"))
        .hasMessageContaining("separate")
        .hasMessageContaining("net-sale");
  }

  private static DayTotal day(int sold, int returned) {
    return new DayTotal(DAY, BigDecimal.valueOf(sold), BigDecimal.valueOf(returned));
  }
}
