package org.demandwright.core.decide.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PriceProperties {
  @Property(tries = 200)
  void aLowerPriceNeverSellsLessWhereTheElasticityIsBelowNothing(
      @ForAll @DoubleRange(min = -4, max = -0.01) double elasticity,
      @ForAll @DoubleRange(min = 0.5, max = 1) double cheaper) {
    PriceResponse response = AnyFit.known(elasticity, 0);
    assertThat(response.factor(10, 10 * cheaper).middle()).isGreaterThanOrEqualTo(1);
    assertThat(response.factor(10, 10).middle()).isEqualTo(1);
  }

  @Property(tries = 200)
  void theFactorLiesInItsBandWhichGrowsWithTheChange(
      @ForAll @DoubleRange(min = -4, max = -0.01) double elasticity,
      @ForAll @DoubleRange(min = 0, max = 1) double deviation,
      @ForAll @DoubleRange(min = 0.5, max = 2) double relative) {
    PriceResponse response = AnyFit.known(elasticity, deviation);
    PriceResponse.Factor near = response.factor(10, 10 * Math.sqrt(relative));
    PriceResponse.Factor far = response.factor(10, 10 * relative);
    assertThat(far.low()).isLessThanOrEqualTo(far.middle());
    assertThat(far.high()).isGreaterThanOrEqualTo(far.middle());
    assertThat(far.high() / far.low() + 1e-12).isGreaterThanOrEqualTo(near.high() / near.low());
  }

  @Property(tries = 100)
  void anAnswerLiesBetweenWhatTheItemAndItsCategoryTell(
      @ForAll @Size(min = 5, max = 12) List<@DoubleRange(min = -4, max = -0.5) Double> own,
      @ForAll @DoubleRange(min = 0.01, max = 2) double variance) {
    List<PricePool.Member> members = new ArrayList<>();
    own.forEach(e -> members.add(new PricePool.Member("goods", AnyFit.of(e, variance))));
    PricePool pool = PricePool.of(members);
    for (PricePool.Member m : members) {
      PriceResponse r = pool.of(m);
      double low = Math.min(m.fit().elasticity(), r.pooled()) - 1e-9;
      double high = Math.max(m.fit().elasticity(), r.pooled()) + 1e-9;
      assertThat(r.elasticity()).isBetween(low, high);
      assertThat(r.weight()).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 200)
  void advisedPricesKeepToTheirLimits(
      @ForAll @DoubleRange(min = -4, max = -0.2) double elasticity,
      @ForAll @IntRange(min = 100, max = 900) int cost,
      @ForAll @IntRange(min = 0, max = 60) int margin,
      @ForAll @IntRange(min = 1, max = 40) int change) {
    BigDecimal now = BigDecimal.TEN;
    BigDecimal spent = BigDecimal.valueOf(cost, 2);
    PriceAdvice.Limits limits =
        new PriceAdvice.Limits(
            BigDecimal.valueOf(margin, 2),
            BigDecimal.valueOf(change, 2),
            new BigDecimal("0.50"),
            new BigDecimal("0.49"));
    Optional<PriceAdvice> advice =
        PriceAdvice.of(AnyFit.known(elasticity, 0.2), AnyFit.SUPPORT, now, spent, limits);
    advice.ifPresent(
        a -> {
          double price = a.price().doubleValue();
          assertThat(price).isBetween(8.0, 12.0);
          assertThat(Math.abs(price / 10 - 1)).isLessThanOrEqualTo(change / 100.0 + 1e-9);
          assertThat(1 - spent.doubleValue() / price).isGreaterThanOrEqualTo(margin / 100.0 - 1e-9);
          assertThat(a.price().subtract(limits.ending()).remainder(limits.step())).isZero();
        });
  }
}
