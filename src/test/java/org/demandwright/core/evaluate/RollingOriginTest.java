package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class RollingOriginTest {
  private static final Period JANUARY = Period.of(Bucket.MONTH, LocalDate.of(2024, 1, 1));
  private static final SeriesKey KEY = SeriesKey.of("bolt");

  @Test
  void cutsTrainingAndTestAtTheOrigin() {
    DemandSeries series = DemandSeries.of(KEY, JANUARY, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    RollingOrigin origin = RollingOrigin.of(series, new int[] {3}, 2).get(0);
    assertThat(origin.training(series).units().last()).isEqualTo(7);
    Backtest test = origin.test("m", series, DoubleVector.of(0, 0));
    assertThat(test.actual()).isEqualTo(DoubleVector.of(8, 9));
    assertThat(test.origin()).isEqualTo(JANUARY.plus(7));
  }

  @Test
  void leavesOutOriginsWithTooLittleHistory() {
    DemandSeries series = DemandSeries.of(KEY, JANUARY, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(RollingOrigin.of(series, new int[] {4, 5, 20}, 4))
        .extracting(RollingOrigin::index)
        .containsExactly(1);
  }

  @Test
  void doesNotCountThePeriodsBeforeTheFirstSale() {
    DemandSeries series = DemandSeries.of(KEY, JANUARY, 0, 0, 0, 4, 5, 6, 7, 8, 9, 10);
    assertThat(RollingOrigin.of(series, new int[] {2}, 2)).isEmpty();
  }

  @Test
  void wantsTwoSales() {
    DemandSeries series = DemandSeries.of(KEY, JANUARY, 3, 0, 0, 0, 0, 0, 0, 0, 9, 10);
    assertThat(RollingOrigin.of(series, new int[] {2}, 2)).isEmpty();
  }

  @Test
  void countsStockOutsAsNotObserved() {
    DemandSeries series =
        new DemandSeries(
            KEY,
            JANUARY,
            DoubleVector.of(1, 2, 3, 4, 5, 6, 7, 8),
            DoubleVector.of(1, 1, 1, 1, 1, 1, 0.5, 1));
    RollingOrigin origin = RollingOrigin.of(series, new int[] {2}, 2).get(0);
    assertThat(origin.test("m", series, DoubleVector.of(0, 0)).observed())
        .isEqualTo(DoubleVector.of(0, 1));
  }
}
