package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class PlanByTest {
  private static final Period FIRST = new Period(Bucket.WEEK, 2900);

  @Test
  void theWorkedExample() {
    assertThat(PlanBy.of(demand(4, 0, 2, 0, 6, 0), 2))
        .contains(new PlanBy(Optional.of(2.0), 2, 2, 6));
  }

  @Test
  void theRateIsTheFlatGuessThatNoMethodBeat() {
    DemandSeries demand = demand(0, 0, 7, 0, 1, 0, 0, 2);
    double rate = PlanBy.of(demand, 3).orElseThrow().rate().orElseThrow();
    assertThat(rate).isEqualTo(FlatGuess.forecast(demand, 1).get(0)).isEqualTo(10.0 / 6);
  }

  @Test
  void aWindowIsAtMostHalfOfTheHistoryAndNothingIsExtrapolated() {
    PlanBy plan = PlanBy.of(demand(5, 0, 0, 3, 0), 13).orElseThrow();
    assertThat(plan.periods()).isEqualTo(2);
    assertThat(plan.max()).isLessThanOrEqualTo(5);
  }

  @Test
  void aQuantileLiesBetweenTwoSums() {
    double[] units = new double[22];
    for (int i = 0; i < units.length; i++) {
      units[i] = i + 1;
    }
    PlanBy plan = PlanBy.of(demand(units), 1).orElseThrow();
    assertThat(plan.min()).isCloseTo(3.1, within(1e-12));
    assertThat(plan.max()).isCloseTo(19.9, within(1e-12));
  }

  @Test
  void stockOutsAreInNoWindow() {
    DemandSeries demand =
        new DemandSeries(
            SeriesKey.of("tea"),
            FIRST,
            DoubleVector.of(4, 0, 4, 0, 4, 0, 4, 4),
            DoubleVector.of(1, 0, 1, 0, 1, 0, 1, 1));
    PlanBy plan = PlanBy.of(demand, 4).orElseThrow();
    assertThat(plan.periods()).as("halved until a window is whole").isEqualTo(2);
    assertThat(plan.min()).isEqualTo(8);
    assertThat(plan.rate()).contains(4.0);
  }

  @Test
  void oneSaleTellsNoRate() {
    assertThat(PlanBy.of(demand(500), 13)).contains(new PlanBy(Optional.empty(), 1, 0, 500));
    assertThat(PlanBy.of(demand(0, 500, 0, 0), 13))
        .contains(new PlanBy(Optional.empty(), 1, 0, 500));
  }

  @Test
  void withoutDemandThereIsNothingToPlanBy() {
    assertThat(PlanBy.of(demand(0, 0, 0), 13)).isEmpty();
  }

  @Test
  void isNeverAMaximumBelowTheMinimum() {
    assertThatThrownBy(() -> new PlanBy(Optional.of(1.0), 1, 3, 2)).hasMessageContaining("3.0");
  }

  private static DemandSeries demand(double... units) {
    return DemandSeries.of(SeriesKey.of("tea"), FIRST, units);
  }
}
