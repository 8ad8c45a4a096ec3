package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunningDemandTest {
  private static final double UNOBSERVED = Double.NaN;

  @Test
  void meansTakeTheObservedPeriodsOfTheWindow() {
    RunningDemand past = seen(2, 4, UNOBSERVED, 6);
    assertThat(past.mean(1)).isEqualTo(6);
    assertThat(past.mean(2)).isEqualTo(6);
    assertThat(past.mean(3)).isEqualTo(5);
    assertThat(past.mean(100)).isEqualTo(4);
    assertThat(past.level()).isEqualTo(4);
  }

  @Test
  void aWindowWithoutObservationsHasTheMeanOfThePast() {
    RunningDemand past = seen(2, 4, UNOBSERVED, UNOBSERVED);
    assertThat(past.mean(2)).isEqualTo(3);
    assertThat(past.saleShare(2)).isZero();
  }

  @Test
  void roughnessBeginsWithTheFirstSaleAndSkipsGaps() {
    // 3 → 5 is 2, 5 → 1 is −4; the zeros before and the step over the gap do not count
    assertThat(seen(0, 0, 3, 5, 1, UNOBSERVED, 9).roughness())
        .isCloseTo(Math.sqrt((4 + 16) / 2.0), within(1e-12));
  }

  @Test
  void recencyCountsThePeriodsSinceTheLastSale() {
    assertThat(seen(1).periodsSinceSale()).isZero();
    assertThat(seen(1, 0, UNOBSERVED).periodsSinceSale()).isEqualTo(2);
    assertThat(seen(0, 0).periodsSinceSale()).isEqualTo(2);
  }

  @Test
  void rootsDampSingleLargeOrders() {
    // mean of 0, 0, 0, 10 is 2.5 → its square is 6.25; the plain mean of 0, 0, 0, 100 is 25
    assertThat(seen(0, 0, 0, 100).rootMeanSquared(13)).isEqualTo(6.25);
  }

  private static RunningDemand seen(double... units) {
    RunningDemand past = new RunningDemand(units.length);
    for (double u : units) {
      past.see(u);
    }
    return past;
  }
}
