package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class DemandPatternTest {
  private static final Period FIRST = Period.of(Bucket.MONTH, LocalDate.of(2024, 1, 1));

  private static DemandPattern of(double... units) {
    return DemandPattern.of(DemandSeries.of(SeriesKey.of("tea"), FIRST, units));
  }

  @Test
  void classifiesByIntervalAndVariation() {
    assertThat(of(5, 6, 5, 4)).isEqualTo(DemandPattern.SMOOTH);
    assertThat(of(1, 20, 1, 2)).isEqualTo(DemandPattern.ERRATIC);
    assertThat(of(0, 4, 0, 4, 4, 0)).isEqualTo(DemandPattern.INTERMITTENT);
    assertThat(of(1, 0, 20, 0, 0, 1)).isEqualTo(DemandPattern.LUMPY);
    assertThat(of(0, 0)).isEqualTo(DemandPattern.NONE);
    assertThat(of()).isEqualTo(DemandPattern.NONE);
    assertThat(of(7)).isEqualTo(DemandPattern.SMOOTH);
  }

  @Test
  void beginsWithTheFirstDemand() {
    assertThat(of(0, 0, 0, 0, 0, 5, 5, 5)).isEqualTo(DemandPattern.SMOOTH);
  }

  @Test
  void theCutsBelongToTheHigherClass() {
    // 33 periods with 25 demands: ADI is exactly 1.32
    double[] units = new double[33];
    for (int i = 0; i < units.length; i++) {
      units[i] = i < 24 || i == 32 ? 3 : 0;
    }
    assertThat(of(units)).isEqualTo(DemandPattern.INTERMITTENT);
    // 1 ± d has the sample variance 2·d² around the mean 1: CV² is 0.98 and 0.4802
    assertThat(of(0.3, 1.7)).isEqualTo(DemandPattern.ERRATIC);
    assertThat(of(0.51, 1.49)).isEqualTo(DemandPattern.SMOOTH);
  }

  @Test
  void aStockOutIsNoWaiting() {
    DemandSeries series =
        new DemandSeries(
            SeriesKey.of("tea"),
            FIRST,
            DoubleVector.of(4, 0, 4, 0, 4),
            DoubleVector.of(1, 0, 1, 0.5, 1));

    assertThat(DemandPattern.of(series)).isEqualTo(DemandPattern.SMOOTH);
    assertThat(DemandPattern.of(series.withUnits(DoubleVector.of(0, 0, 0, 9, 0))))
        .as("the only demand arose in a period of stock-out")
        .isEqualTo(DemandPattern.INTERMITTENT);
  }
}
