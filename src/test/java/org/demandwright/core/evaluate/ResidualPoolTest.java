package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ResidualPoolTest {

  @Test
  void takesOrderStatisticsRoundedOutwards() {
    double[] oneToNine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(ResidualPool.quantiles(oneToNine, BandLevels.NOMINAL))
        .isEqualTo(new ResidualPool.Quantiles(1, 5, 9, 9));
    assertThat(ResidualPool.quantiles(oneToNine, new BandLevels(0.3, 0.7)))
        .isEqualTo(new ResidualPool.Quantiles(3, 5, 7, 9));
  }

  @Test
  void poolsTheNeighbouringSteps() {
    ResidualPool pool = new ResidualPool(3);
    add(pool, DemandPattern.SMOOTH, 1, 60, 1);
    add(pool, DemandPattern.SMOOTH, 2, 60, 2);
    add(pool, DemandPattern.SMOOTH, 3, 60, 3);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 2))
        .isEqualTo(new ResidualPool.Quantiles(1, 2, 3, 180));
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 1))
        .isEqualTo(new ResidualPool.Quantiles(1, 1, 1, 60));
  }

  @Test
  void widensToLikeClassesThenToAllThenToAllSteps() {
    ResidualPool pool = new ResidualPool(1);
    add(pool, DemandPattern.LUMPY, 1, 5, 1);
    add(pool, DemandPattern.INTERMITTENT, 1, 60, 2);
    add(pool, DemandPattern.SMOOTH, 1, 500, 9);
    assertThat(pool.quantiles(DemandPattern.LUMPY, 1).residuals()).isEqualTo(65);
    assertThat(pool.quantiles(DemandPattern.ERRATIC, 1).residuals()).isEqualTo(500);
    ResidualPool thin = new ResidualPool(4);
    add(thin, DemandPattern.LUMPY, 1, 5, 1);
    add(thin, DemandPattern.SMOOTH, 4, 5, 1);
    assertThat(thin.quantiles(DemandPattern.LUMPY, 1).residuals()).isEqualTo(10);
  }

  @Test
  void stepsBeyondTheTestsLieFurtherOut() {
    ResidualPool pool = new ResidualPool(9);
    add(pool, DemandPattern.SMOOTH, 1, 60, -2);
    add(pool, DemandPattern.SMOOTH, 4, 60, 3);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 5).q90()).isEqualTo(3);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 9).q90())
        .isCloseTo(3 * Math.sqrt(9 / 5.0), within(1e-12));
  }

  @Test
  void fewResidualsAreMixedWithTheNormalDistribution() {
    ResidualPool pool = new ResidualPool(1);
    add(pool, DemandPattern.SMOOTH, 1, 6, 0);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 1).q90())
        .isCloseTo(1.2816 * 9 / 15, within(1e-12));
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 1).residuals()).isEqualTo(6);
  }

  @Test
  void assumesTheNormalDistributionWhereNothingWasTested() {
    assertThat(new ResidualPool(2).quantiles(DemandPattern.SMOOTH, 1))
        .isEqualTo(new ResidualPool.Quantiles(-1.2816, 0, 1.2816, 0));
  }

  @Test
  void newResidualsChangeWhatWasAskedBefore() {
    ResidualPool pool = new ResidualPool(1);
    add(pool, DemandPattern.SMOOTH, 1, 60, 1);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 1).q90()).isEqualTo(1);
    add(pool, DemandPattern.SMOOTH, 1, 60, 5);
    assertThat(pool.quantiles(DemandPattern.SMOOTH, 1).q90()).isEqualTo(5);
  }

  @Test
  void levelsHoldTheBandAndGoOnBeyondTheLastResidual() {
    ResidualPool pool = new ResidualPool(1);
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      pool.add(DemandPattern.SMOOTH, 1, random.nextGaussian());
    }
    for (BandLevels band : new BandLevels[] {BandLevels.NOMINAL, new BandLevels(0.04, 0.93)}) {
      ResidualPool.Quantiles q = pool.quantiles(DemandPattern.SMOOTH, 1, band);
      DoubleVector levels = pool.levels(DemandPattern.SMOOTH, 1, band);
      assertThat(levels.get(TotalLevels.P10)).isEqualTo(q.q10());
      assertThat(levels.get(TotalLevels.P50)).isEqualTo(q.q50());
      assertThat(levels.get(TotalLevels.P90)).isEqualTo(q.q90());
      assertThat(levels.stream().boxed()).isSorted();
      assertThat(levels.last())
          .as("of 60 residuals none is the 99 % quantile")
          .isGreaterThanOrEqualTo(q.q50() + (q.q90() - q.q50()) * 2.3263 / 1.2816);
    }
    assertThat(new ResidualPool(1).levels(DemandPattern.SMOOTH, 1, BandLevels.NOMINAL))
        .isEqualTo(TotalLevels.NORMAL);
  }

  @Test
  void levelsOfABandThatFailedLieFurtherOutInProportion() {
    BandLevels wide = new BandLevels(0.05, 0.95);
    assertThat(wide.at(0.1)).isEqualTo(0.05);
    assertThat(wide.at(0.9)).isEqualTo(0.95);
    assertThat(wide.at(0.5)).isEqualTo(0.5);
    assertThat(wide.at(0.3)).isCloseTo(0.275, within(1e-12));
    assertThat(wide.at(0.99)).isCloseTo(0.995, within(1e-12));
  }

  private static void add(
      ResidualPool pool, DemandPattern pattern, int step, int times, double residual) {
    for (int i = 0; i < times; i++) {
      pool.add(pattern, step, residual);
    }
  }
}
