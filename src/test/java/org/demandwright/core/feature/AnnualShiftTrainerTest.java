package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class AnnualShiftTrainerTest {
  private static final int[] HALVES = {7, 13};

  private final AnnualShiftTrainer weekly = new AnnualShiftTrainer(Bucket.WEEK);

  @Test
  void autumnThatDoubledDemandLastYearIsExpectedAgain() {
    AnnualShift shift =
        weekly.train(panel(100, 78, week -> week >= 26 && week < 39 ? 2 : 1), HALVES);
    assertThat(shift.steps().toArray()).hasSize(13);
    assertThat(shift.steps().get(0)).isCloseTo(1.74, within(0.005));
    assertThat(shift.steps().get(12)).isCloseTo(1.74, within(0.005));
  }

  @Test
  void eachPartOfTheHorizonHasItsOwnMovement() {
    AnnualShift shift =
        weekly.train(
            panel(100, 78, week -> week < 26 || week >= 39 ? 1 : week < 33 ? 2 : 0.5), HALVES);
    assertThat(shift.steps().get(0)).isGreaterThan(1.5);
    assertThat(shift.steps().get(12)).isLessThan(0.7);
  }

  @Test
  void yearWithoutASeasonShiftsNothing() {
    assertThat(weekly.train(panel(100, 78, week -> 1), HALVES)).isEqualTo(AnnualShift.none());
  }

  @Test
  void movementBelowTheGuardShiftsNothing() {
    assertThat(weekly.train(panel(100, 78, week -> week >= 26 && week < 39 ? 1.15 : 1), HALVES))
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void fewSeriesAreNoPanel() {
    assertThat(weekly.train(panel(99, 78, week -> week >= 26 && week < 39 ? 2 : 1), HALVES))
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void historyWithoutAQuarterBeforeTheYearSaysNothing() {
    assertThat(weekly.train(panel(100, 64, week -> week >= 12 && week < 25 ? 2 : 1), HALVES))
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void steadyGrowthIsNoSeason() {
    assertThat(weekly.train(panel(100, 78, week -> Math.exp(week / 52.0)), HALVES))
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void movementThatDidNotComeBackTheNextYearIsNone() {
    assertThat(weekly.train(panel(100, 130, week -> week >= 26 && week < 39 ? 2 : 1), HALVES))
        .as("seen two years ago, not last year")
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void oneLargeSeriesCannotMoveTheOthers() {
    List<double[]> demand = panel(100, 78, week -> 1).toList();
    double[] large = demand.get(0);
    for (int week = 0; week < large.length; week++) {
      large[week] = week >= 26 && week < 39 ? 5000 : 1000;
    }
    assertThat(weekly.train(demand.stream(), HALVES)).isEqualTo(AnnualShift.none());
  }

  @Test
  void monthsHaveTheSeasonOfEachSeriesInstead() {
    assertThat(new AnnualShiftTrainer(Bucket.MONTH).train(panel(100, 78, week -> 1), 6))
        .isEqualTo(AnnualShift.none());
  }

  @Test
  void dailyYearHasWholeWeeks() {
    AnnualShift shift =
        new AnnualShiftTrainer(Bucket.DAY)
            .train(panel(100, 500, day -> day >= 136 && day < 164 ? 2 : 1), 14, 28);
    assertThat(shift.steps().get(0)).isCloseTo(1.74, within(0.005));
  }

  @Test
  void shiftActsPastTheOriginAlone() {
    History history =
        History.of(DemandSeries.of(SeriesKey.of("a"), new Period(Bucket.WEEK, 100), 1, 2, 3));
    AnnualShift shift = new AnnualShift(DoubleVector.of(1.5, 0.5));
    assertThat(shift.factors(history, new double[3], 7))
        .containsExactly(1, 1, 1, 1.5, 0.5, 0.5, 0.5);
    assertThat(AnnualShift.none().factors(history, new double[3], 4)).containsOnly(1);
  }

  @Test
  void factorThatIsNotAboveZeroIsRefused() {
    assertThatThrownBy(() -> new AnnualShift(DoubleVector.of(1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not above 0");
  }

  private static Stream<double[]> panel(int series, int periods, IntToDoubleFunction season) {
    List<double[]> panel = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      double[] y = new double[periods];
      int level = 1 + i % 7;
      Arrays.setAll(y, t -> level * season.applyAsDouble(t));
      panel.add(y);
    }
    return panel.stream();
  }
}
