package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.explain.Drivers;
import org.junit.jupiter.api.Test;

class KnownEffectsTest {
  private final KnownEffects doubling =
      KnownEffects.restore(
          Bucket.DAY,
          List.of("promotion", "lnPrice"),
          new double[] {Math.log(2), -1.5},
          SeasonIndex.none());

  @Test
  void aSeriesWithoutPromotionsHasThePooledEffect() {
    double[] factors = factors(history(10, 10, new double[30]));
    assertThat(factors[28]).isEqualTo(1);
    assertThat(factors[29]).isCloseTo(2, within(1e-12));
  }

  @Test
  void whatItsOwnPromotionsHaveShownMovesTheFactor() {
    double[] promoted = new double[30];
    Arrays.fill(promoted, 10, 20, 1);
    // 10 promoted days sold 100 each where 10 × 2 = 20 were expected: A = 1000, B = 200. The noise
    // is
    // half the mean squared change per unit, 2 × 90² ÷ 2 ÷ 1170 = 6.92, so k = 138.5 and the ratio
    // is
    // (1000 + 138.5) ÷ (200 + 138.5) = 3.364
    double own = factors(history(10, 100, promoted))[29] / 2;
    assertThat(own).isCloseTo(3.364, within(0.001));
  }

  @Test
  void aLowerPriceRaisesDemandByItsElasticity() {
    double[] price = new double[30];
    Arrays.fill(price, 1);
    price[29] = 0.8;
    History history =
        new History(
            series(10, 10, new double[30]),
            new Covariates(DoubleVector.of(price), DoubleVector.empty(), ""));
    assertThat(factors(history)[29]).isCloseTo(Math.pow(0.8, -1.5), within(1e-12));
  }

  @Test
  void thePartsByDriverMultiplyToTheFactor() {
    double[] promoted = new double[30];
    Arrays.fill(promoted, 10, 20, 1);
    double[] price = new double[30];
    Arrays.fill(price, 0.9);
    price[28] = 0.05; // past the bound of a price, and of what any effect may do
    History planned = history(10, 100, promoted);
    History history =
        new History(
            planned.series(),
            new Covariates(DoubleVector.of(price), planned.covariates().promotion(), ""));
    KnownEffects steep =
        KnownEffects.restore(
            Bucket.DAY,
            List.of("promotion", "lnPrice"),
            new double[] {Math.log(2), -3},
            SeasonIndex.none());
    double[] whole = steep.factors(history, ObservedUnits.of(history), 30);
    Map<String, double[]> parts = steep.byDriver(history, ObservedUnits.of(history), 30);
    assertThat(parts).containsOnlyKeys(Drivers.PROMOTION, Drivers.PRICE, Drivers.LIMIT);
    for (int i = 0; i < 30; i++) {
      double product =
          parts.get(Drivers.PROMOTION)[i]
              * parts.get(Drivers.PRICE)[i]
              * parts.get(Drivers.LIMIT)[i];
      assertThat(product).isCloseTo(whole[i], within(1e-12 * whole[i]));
      assertThat(parts.get(Drivers.PROMOTION)[i] == 1)
          .isEqualTo(history.covariates().promotionAt(i) == 0);
      assertThat(parts.get(Drivers.LIMIT)[i] == 1).isEqualTo(i != 28);
    }
  }

  @Test
  void aDayOnWhichHardlyAnythingIsSoldTeachesNothing() {
    double[] units = {6, 6, 1};
    TargetTransform.divide(units, new double[] {1, 2, 0.1});
    assertThat(units).containsExactly(6, 3, Double.NaN);
  }

  @Test
  void anEffectThatNobodyKnowsIsRefused() {
    assertThatThrownBy(
            () ->
                KnownEffects.restore(
                    Bucket.DAY, List.of("weather"), new double[1], SeasonIndex.none()))
        .hasMessageContaining("\"weather\"");
  }

  private double[] factors(History history) {
    return doubling.factors(history, ObservedUnits.of(history), 30);
  }

  /** 28 known days and two to come, the second of which is promoted. */
  private static History history(double usual, double onPromotion, double[] promoted) {
    double[] plan = promoted.clone();
    plan[29] = 1;
    return new History(
        series(usual, onPromotion, promoted),
        new Covariates(DoubleVector.empty(), DoubleVector.of(plan), ""));
  }

  private static DemandSeries series(double usual, double onPromotion, double[] promoted) {
    double[] units = new double[28];
    for (int t = 0; t < units.length; t++) {
      units[t] = promoted[t] > 0 ? onPromotion : usual;
    }
    Period first = Period.of(Bucket.DAY, LocalDate.of(2024, 2, 1));
    return DemandSeries.of(SeriesKey.of("A"), first, units);
  }
}
