package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class ConformalIntervalsTest {

  @Test
  void theScaleIsTheUsualChangeFromPeriodToPeriod() {
    assertThat(ConformalIntervals.scale(series(4, 6, 4, 6), 12)).isEqualTo(2);
  }

  @Test
  void theScaleIsThatOfTheLastYears() {
    double[] calmed = new double[200];
    for (int t = 0; t < 200; t++) {
      calmed[t] = 100 + (t < 100 ? 40 : 1) * (t % 2);
    }
    assertThat(ConformalIntervals.scale(series(calmed), 12)).isEqualTo(1);
  }

  @Test
  void theScaleOfDemandThatNeverChangedIsItsLevel() {
    assertThat(ConformalIntervals.scale(series(5, 5, 5), 12)).isEqualTo(5);
  }

  @Test
  void aSinglePeakDoesNotWidenTheBand() {
    double[] steady = new double[60];
    Arrays.setAll(steady, t -> 100 + 4 * (t % 2));
    double usual = ConformalIntervals.scale(series(steady), 12);
    steady[40] = 1_000_000;
    assertThat(ConformalIntervals.scale(series(steady), 12)).isLessThan(2 * usual);
  }

  @Test
  void theBandIsTwiceAsWideUntilTheNewestDemandIsConfirmed() {
    double[] steady = new double[60];
    Arrays.setAll(steady, t -> 100 + 4 * (t % 2));
    double usual = ConformalIntervals.scale(series(steady), 12);
    steady[59] = 2_000;
    assertThat(ConformalIntervals.scale(series(steady), 12)).isCloseTo(4 * usual, within(1.0));
  }

  @Test
  void theUnitGrowsWithTheForecastButNeverVanishes() {
    DoubleVector units = ConformalIntervals.units(4, DoubleVector.of(10, 0));
    assertThat(units.get(0)).isCloseTo(Math.sqrt(4 * 10.4), within(1e-12));
    assertThat(units.get(1)).isPositive();
  }

  private static Cleaned series(double... units) {
    DemandSeries series =
        DemandSeries.of(SeriesKey.of("nut"), new Period(Bucket.MONTH, 500), units);
    return DemandCleaner.clean(series, Covariates.none(), 12);
  }
}
