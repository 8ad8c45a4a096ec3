package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.core.evaluate.TotalDemand;
import org.junit.jupiter.api.Test;

class DemandAtRateTest {
  private static final Period WEEK = Period.of(Bucket.WEEK, TestDemand.MONDAY);

  /** The worked example of {@link DemandAtRate}. */
  @Test
  void whatWasSeenOfSoManyPeriodsIsSaidOfThem() {
    TotalDemand totals =
        DemandAtRate.totals(new PlanBy(Optional.of(2.0), 4, 0, 16), WEEK, 8).orElseThrow();
    assertThat(totals.mean(28)).isEqualTo(8);
    assertThat(totals.quantile(0.9, 28)).isCloseTo(16, within(1e-9));
    assertThat(totals.quantile(0.1, 28)).isZero();
    assertThat(totals.quantile(0.5, 28)).isCloseTo(8, within(1e-9));
    assertThat(totals.quantile(0.99, 28)).isCloseTo(8 + 8 * 2.3263 / 1.2816, within(1e-9));
    assertThat(totals.mean(7)).isEqualTo(2);
    assertThat(totals.quantile(0.9, 7)).isCloseTo(6, within(1e-9));
    assertThat(totals.nothing(28)).isEqualTo(0.1);
  }

  @Test
  void whatSeldomComesMayBeMoreThanWasSeen() {
    TotalDemand totals =
        DemandAtRate.totals(new PlanBy(Optional.of(0.5), 2, 0, 0), WEEK, 6).orElseThrow();
    assertThat(totals.quantile(0.9, 14)).as("nine of ten windows had nothing").isZero();
    assertThat(totals.quantile(0.9, 42)).isCloseTo(3 - Math.sqrt(3), within(1e-9));
    assertThat(DemandOverTime.of(totals).over(42).mean()).isEqualTo(3);
  }

  @Test
  void quantilesNeverFallWhateverTheDustOfArithmetic() {
    Random random = new Random(20_261_129);
    for (int i = 0; i < 20_000; i++) {
      int periods = 1 + random.nextInt(12);
      double min = random.nextBoolean() ? 0 : random.nextDouble() * 10;
      double max = min + (random.nextInt(3) == 0 ? 0 : random.nextDouble() * 20);
      double rate = random.nextInt(4) == 0 ? max / periods : random.nextDouble() * 3;
      PlanBy by = new PlanBy(Optional.of(rate), periods, min, max);
      assertThat(DemandAtRate.totals(by, WEEK, 8)).as("%s", by).isPresent();
    }
  }

  @Test
  void onePeriodWithDemandTellsNoRate() {
    assertThat(DemandAtRate.totals(new PlanBy(Optional.empty(), 1, 0, 7), WEEK, 6)).isEmpty();
  }
}
