package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.junit.jupiter.api.Test;

class SeasonTrainerTest {
  private static final double[] WEEK = {0.6, 0.8, 0.9, 1.0, 1.2, 1.5, 1.0};

  @Test
  void recoversTheSeasonThatMadeTheDemand() {
    SeasonIndex season = train(7, world(WEEK));
    assertThat(season.strength()).isEqualTo(1);
    for (int phase = 0; phase < 7; phase++) {
      assertThat(season.pools().get("")[phase]).isCloseTo(WEEK[phase], within(0.05));
    }
  }

  @Test
  void findsNoSeasonWhereThereIsNone() {
    assertThat(train(7, world(new double[] {1})).strength()).isZero();
  }

  @Test
  void doesNotBelieveASeasonThatWasSeenOnce() {
    SimulatedDemand oneYear =
        SimulatedDemand.of(new SimulatedDemand.World(Bucket.WEEK, 20, 103, 13, yearly(), 1, 0), 1);
    SimulatedDemand twoYears =
        SimulatedDemand.of(new SimulatedDemand.World(Bucket.WEEK, 20, 104, 13, yearly(), 1, 0), 1);
    assertThat(train(52, oneYear).strength()).isZero();
    assertThat(train(52, twoYears).strength()).isEqualTo(1);
  }

  @Test
  void aSeriesMustEarnASeasonOfItsOwn() {
    SeasonProfile poor = new SeasonProfile(List.of(), sums(20, 0), 4, 10);
    SeasonProfile rich = new SeasonProfile(List.of(), sums(80_000, 0), 400, 40_000);
    double[] pool = {1.2, 0.8};
    // w = 10 ÷ (10 + 20 × 2) = 0.2: 0.2 × 2 + 0.8 × 1.2 = 1.36
    assertThat(poor.shrunkTo(pool)[0]).isCloseTo(1.36, within(1e-12));
    assertThat(rich.shrunkTo(pool)[0]).isCloseTo(2, within(0.01));
  }

  @Test
  void whatOneCycleAloneShowsIsNoSeason() {
    double[] flat = {1, 1};
    List<SeasonSums> dip = List.of(sums(100, 100), sums(20, 180), sums(102, 98));
    SeasonProfile once = new SeasonProfile(dip, new SeasonSums(2), 3, 300);
    assertThat(once.index(0)).isCloseTo(0.74, within(1e-12));
    assertThat(once.proven(0, 1)).as("98 ÷ 100 and 1 speak for nothing").isCloseTo(1, within(0.01));
    assertThat(once.shrunkTo(flat)[1]).isCloseTo(1, within(0.01));

    List<SeasonSums> each = List.of(sums(150, 50), sums(160, 40), sums(140, 60));
    SeasonProfile season = new SeasonProfile(each, new SeasonSums(2), 3, 300);
    assertThat(season.proven(0, 1)).isCloseTo((1.5 + 1.5 + 1.4) / 3, within(1e-12));

    SeasonProfile only = new SeasonProfile(List.of(sums(150, 50)), new SeasonSums(2), 1, 100);
    assertThat(only.proven(0, 1)).isEqualTo(1);
    assertThat(only.asShown().proven(0, 1)).isEqualTo(1.5);
  }

  @Test
  void aYearInWhichAllSeriesFellIsNoSeason() {
    SeasonPool pool = new SeasonPool(12);
    for (int n = 0; n < 20; n++) {
      double[] units = new double[60];
      int series = n;
      Arrays.setAll(units, i -> i >= 40 && i < 43 ? 8 : 100 + (i * 7 + series) % 5);
      pool.add(SeasonProfile.of(units, 0, 12, 0, 60));
    }
    assertThat(DoubleVector.of(pool.index()).stream().boxed())
        .allSatisfy(i -> assertThat(i).isBetween(0.93, 1.07));
  }

  private static SeasonSums sums(double... sold) {
    double mean = Math.max(5, (sold[0] + sold[1]) / 2);
    return new SeasonSums(sold, new double[] {mean, mean});
  }

  private static double[] yearly() {
    double[] season = new double[52];
    Arrays.setAll(season, week -> 1 + 0.6 * Math.sin(2 * Math.PI * week / 52));
    return season;
  }

  private static SimulatedDemand world(double[] season) {
    return SimulatedDemand.of(new SimulatedDemand.World(Bucket.DAY, 30, 300, 28, season, 1, 0), 5);
  }

  private static SeasonIndex train(int season, SimulatedDemand world) {
    return new SeasonTrainer(season, ObservedUnits::of).train(world.histories());
  }
}
