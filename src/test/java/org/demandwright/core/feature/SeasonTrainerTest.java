package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    SeasonProfile poor = new SeasonProfile(new double[] {2, 0}, 4, 10);
    SeasonProfile rich = new SeasonProfile(new double[] {2, 0}, 400, 40_000);
    double[] pool = {1.2, 0.8};
    // w = 10 ÷ (10 + 20 × 2) = 0.2: 0.2 × 2 + 0.8 × 1.2 = 1.36
    assertThat(poor.shrunkTo(pool)[0]).isCloseTo(1.36, within(1e-12));
    assertThat(rich.shrunkTo(pool)[0]).isCloseTo(2, within(0.01));
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
