package org.demandwright.core.decide.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PriceRegressionTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 728;

  /** A site with a price by day and demand of that price, drawn from Poisson. */
  private static PricedDays site(
      String name, IntToDoubleFunction price, IntToDoubleFunction mean, IntPredicate promoted) {
    SplittableRandom dice = new SplittableRandom(7);
    double[] units = new double[DAYS];
    double[] prices = new double[DAYS];
    boolean[] out = new boolean[DAYS];
    boolean[] under = new boolean[DAYS];
    for (int d = 0; d < DAYS; d++) {
      prices[d] = price.applyAsDouble(d);
      under[d] = promoted.test(d);
      double left = dice.nextDouble();
      double mu = mean.applyAsDouble(d);
      double p = Math.exp(-mu);
      while (left > p) {
        left -= p;
        units[d]++;
        p *= mu / units[d];
      }
    }
    return new PricedDays(name, units, prices, out, under);
  }

  private static PriceFit fit(PricedDays... sites) {
    return PriceRegression.of(new PriceHistory(MONDAY, List.of(sites), new double[0]));
  }

  /** Another price every eight weeks. */
  private static double moving(int day) {
    return new double[] {10, 9, 11, 8.5, 12, 10.5, 9.5}[day / 56 % 7];
  }

  private static double demand(double price, double elasticity) {
    return 6 * Math.pow(price / 10, elasticity);
  }

  @Test
  void findsTheElasticityThatDemandWasMadeWith() {
    PriceFit fit =
        fit(site("S1", PriceRegressionTest::moving, d -> demand(moving(d), -1.8), d -> false));
    assertThat(fit.unknown()).isEmpty();
    assertThat(fit.elasticity()).isCloseTo(-1.8, within(3 * Math.sqrt(fit.variance())));
    assertThat(Math.sqrt(fit.variance())).isLessThan(0.3);
    assertThat(fit.widest().prices()).isEqualTo(7);
    assertThat(fit.widest().low()).isEqualTo(8.5);
    assertThat(fit.widest().high()).isEqualTo(12);
    assertThat(fit.widest().changes()).isEqualTo(12);
  }

  /** What a promotion does is not what a price does: its days are left out. */
  @Test
  void promotionsDoNotPassForPrices() {
    IntPredicate promoted = d -> d % 56 < 7;
    PriceFit fit =
        fit(
            site(
                "S1",
                d -> moving(d) * (promoted.test(d) ? 0.7 : 1),
                d -> demand(moving(d), -1.2) * (promoted.test(d) ? 3 : 1),
                promoted));
    assertThat(fit.elasticity()).isCloseTo(-1.2, within(3 * Math.sqrt(fit.variance())));
    assertThat(fit.widest().promotedDays()).isEqualTo(91);
  }

  @Test
  void anEmptyShelfDoesNotPassForAHighPrice() {
    PricedDays full =
        site("S1", PriceRegressionTest::moving, d -> demand(moving(d), -1), d -> false);
    for (int d = 0; d < DAYS; d++) {
      if (moving(d) > 10.9 && d % 2 == 0) {
        full.units()[d] = 0;
        full.out()[d] = true;
      }
    }
    PriceFit fit = fit(full);
    assertThat(fit.elasticity()).isCloseTo(-1, within(3 * Math.sqrt(fit.variance())));
  }

  /** A trend of e to the 0.8 over all days is taken out. */
  @Test
  void aTrendIsNotThePrice() {
    PriceFit fit =
        fit(
            site(
                "S1",
                PriceRegressionTest::moving,
                d -> demand(moving(d), -1.5) * Math.exp(0.8 * d / DAYS),
                d -> false));
    assertThat(fit.elasticity()).isCloseTo(-1.5, within(3 * Math.sqrt(fit.variance())));
  }

  @Test
  void saysWhyNothingCanBeTold() {
    assertThat(fit(site("S1", d -> 0, d -> 6, d -> false)).unknown())
        .contains(PriceUnknown.NO_PRICE);
    assertThat(fit(site("S1", d -> 10, d -> 6, d -> false)).unknown())
        .contains(PriceUnknown.NO_VARIATION);
    assertThat(fit(site("S1", d -> d < 300 ? 10 : 11, d -> 6, d -> false)).unknown())
        .contains(PriceUnknown.TOO_FEW_PRICES);
    assertThat(fit(site("S1", d -> 10 + d / 3, d -> 6, d -> false)).unknown())
        .as("prices that never hold for a week did change")
        .contains(PriceUnknown.TOO_FEW_PRICES);
    IntPredicate promoted = d -> d % 56 < 7;
    assertThat(
            fit(site("S1", d -> promoted.test(d) ? 7 + d / 56 % 3 : 10, d -> 6, promoted))
                .unknown())
        .contains(PriceUnknown.WITH_PROMOTION);
    assertThat(
            fit(site("S1", PriceRegressionTest::moving, d -> d < 60 ? 6 : 0, d -> false)).unknown())
        .contains(PriceUnknown.TOO_LITTLE_DEMAND);
  }

  /** Prices that differ by less than half a per cent are one, and one of a few days is none. */
  @Test
  void pricesAreCountedThatHeldForAWeek() {
    PriceFit fit =
        fit(
            site(
                "S1", d -> d < 200 ? 10 : d < 205 ? 14 : d < 400 ? 10.02 : 11, d -> 6, d -> false));
    assertThat(fit.widest().prices()).isEqualTo(2);
    assertThat(fit.widest().high()).isEqualTo(11);
  }

  /** What else moves demand while a price holds at one site does not cancel out at another. */
  @Test
  void spellsOfSitesAreTheirOwn() {
    IntToDoubleFunction later = d -> moving(Math.max(0, d - 28));
    PriceFit one = fit(shaken("S1", PriceRegressionTest::moving, d -> luck(d)));
    PriceFit both =
        fit(
            shaken("S1", PriceRegressionTest::moving, d -> luck(d)),
            shaken("S2", later, d -> -luck(Math.max(0, d - 28))));
    assertThat(Math.sqrt(both.variance())).isGreaterThan(0.5 * Math.sqrt(one.variance()));
  }

  private static double luck(int day) {
    return new double[] {0.4, -0.3, 0.2, -0.4, 0.3, -0.1, 0.35, -0.45, 0.1, -0.2, 0.4, -0.3, 0.2}
        [Math.min(12, day / 56)];
  }

  private static PricedDays shaken(
      String name, IntToDoubleFunction price, IntToDoubleFunction luck) {
    return site(
        name,
        price,
        d -> 10 * demand(price.applyAsDouble(d), -1.5) * Math.exp(luck.applyAsDouble(d)),
        d -> false);
  }

  @Test
  void theSameHistoryGivesTheSameBits() {
    PricedDays site =
        site("S1", PriceRegressionTest::moving, d -> demand(moving(d), -1.8), d -> false);
    assertThat(fit(site)).isEqualTo(fit(site));
  }

  @Test
  void intermittentDemandIsNoObstacle() {
    PriceFit fit =
        fit(
            site("S1", PriceRegressionTest::moving, d -> demand(moving(d), -1.8) / 20, d -> false),
            site("S2", PriceRegressionTest::moving, d -> 0, d -> false));
    assertThat(fit.unknown()).isEmpty();
    assertThat(fit.elasticity()).isCloseTo(-1.8, within(3 * Math.sqrt(fit.variance())));
  }
}
