package org.demandwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SpreadProperties {
  @Provide
  Arbitrary<List<BigDecimal>> shares() {
    Arbitrary<BigDecimal> some =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("1000000000000"))
            .ofScale(Spread.DECIMALS);
    Arbitrary<BigDecimal> few = Arbitraries.integers().between(0, 3).map(BigDecimal::valueOf);
    return Arbitraries.oneOf(some, few).list().ofMinSize(1).ofMaxSize(60);
  }

  @Property
  void partsAddUpToTheTotalExactly(
      @ForAll("shares") List<BigDecimal> shares,
      @ForAll @LongRange(min = 0) long steps,
      @ForAll @IntRange(max = Spread.DECIMALS) int decimals) {
    BigDecimal total = BigDecimal.valueOf(steps, decimals);
    List<BigDecimal> parts = Spread.of(total, shares, decimals);
    assertThat(parts).hasSameSizeAs(shares).allMatch(p -> p.signum() >= 0);
    assertThat(parts).allMatch(p -> p.scale() == decimals);
    assertThat(sum(parts)).isEqualByComparingTo(total);
  }

  @Property
  void noPartIsAStepFromItsQuota(
      @ForAll("shares") List<BigDecimal> shares, @ForAll @LongRange(min = 0) long steps) {
    List<BigDecimal> parts = Spread.of(BigDecimal.valueOf(steps), shares, 0);
    BigDecimal sum = sum(shares);
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal quota =
          sum.signum() == 0
              ? BigDecimal.valueOf(steps)
                  .divide(BigDecimal.valueOf(shares.size()), MathContext.DECIMAL128)
              : BigDecimal.valueOf(steps)
                  .multiply(shares.get(i))
                  .divide(sum, MathContext.DECIMAL128);
      assertThat(parts.get(i).subtract(quota).abs()).isLessThan(BigDecimal.ONE);
    }
  }

  @Property
  void aLargerShareNeverHasTheSmallerPart(
      @ForAll("shares") List<BigDecimal> shares,
      @ForAll @LongRange(min = 0, max = 1000) long steps) {
    List<BigDecimal> parts = Spread.of(BigDecimal.valueOf(steps), shares, 0);
    for (int i = 0; i < shares.size(); i++) {
      for (int j = 0; j < shares.size(); j++) {
        if (shares.get(i).compareTo(shares.get(j)) > 0) {
          assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
        }
      }
    }
  }

  @Property
  void whoHasNoShareHasNoPartWhereSomebodyHas(
      @ForAll("shares") List<BigDecimal> shares, @ForAll @LongRange(min = 0) long steps) {
    List<BigDecimal> parts = Spread.of(BigDecimal.valueOf(steps), shares, 0);
    if (sum(shares).signum() > 0) {
      for (int i = 0; i < shares.size(); i++) {
        assertThat(shares.get(i).signum() > 0 || parts.get(i).signum() == 0).isTrue();
      }
    }
  }

  @Example
  void theUnitThatIsLeftGoesToTheLargestRemainder() {
    assertThat(Spread.of(units("10"), List.of(units("6"), units("6"), units("2")), 0))
        .containsExactly(units("4"), units("4"), units("2"));
    assertThat(Spread.of(units("10"), List.of(units("1"), units("1"), units("1")), 0))
        .as("among equal ones to the first")
        .containsExactly(units("4"), units("3"), units("3"));
  }

  @Example
  void whatCannotBeDividedIsRefused() {
    assertThatThrownBy(() -> Spread.of(units("-1"), List.of(units("1")), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Spread.of(units("1"), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Spread.of(units("1.5"), List.of(units("1")), 0))
        .isInstanceOf(ArithmeticException.class);
  }

  private static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  private static BigDecimal sum(List<BigDecimal> all) {
    return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
