package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalStep;
import org.junit.jupiter.api.Test;

class OwnSpreadTest {
  private static final TotalDemand TOLD =
      TestDemand.weeks(
          TestDemand.normal(100, 20),
          TestDemand.normal(200, 28.3),
          TestDemand.normal(300, 34.6),
          TestDemand.normal(400, 40));

  private static DemandSeries weeks(double deviation, int length, long seed) {
    Random random = new Random(seed);
    double[] units = new double[length];
    for (int t = 0; t < length; t++) {
      units[t] = Math.max(0, 100 + deviation * random.nextGaussian());
    }
    Period end = Period.of(Bucket.WEEK, TestDemand.MONDAY);
    return DemandSeries.of(SeriesKey.of("a"), end.plus(-length), units);
  }

  @Test
  void anItemSaysHowItScattered() {
    assertThat(OwnSpread.of(weeks(20, 400, 1), TOLD).orElseThrow().ratio())
        .as("as is told")
        .isCloseTo(0, within(0.1));
    assertThat(OwnSpread.of(weeks(10, 400, 1), TOLD).orElseThrow().ratio())
        .as("half as widely")
        .isCloseTo(Math.log(0.5), within(0.1));
    assertThat(OwnSpread.of(weeks(10, 400, 1), TOLD).orElseThrow().totals()).isEqualTo(100);
    assertThat(OwnSpread.of(weeks(0, 400, 1), TOLD)).as("never varied").isEmpty();
    assertThat(OwnSpread.of(weeks(10, 2, 1), TOLD)).as("too short").isEmpty();
  }

  @Test
  void longHistoriesCountMoreThanShortOnes() {
    List<OwnSpread.Said> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(OwnSpread.of(weeks(i % 2 == 0 ? 10 : 30, 100, i), TOLD).orElseThrow());
    }
    OwnSpread learned = OwnSpread.learn(all);
    OwnSpread.Said calm = new OwnSpread.Said(Math.log(0.5), 100, 3);
    OwnSpread.Said wild = new OwnSpread.Said(Math.log(1.5), 100, 3);
    OwnSpread.Said brief = new OwnSpread.Said(Math.log(0.5), 1, 3);
    double unknown = learned.factor(Optional.empty());
    assertThat(learned.factor(Optional.of(calm))).isBetween(0.45, 0.6);
    assertThat(learned.factor(Optional.of(wild))).isBetween(1.3, 1.6);
    assertThat(learned.factor(Optional.of(brief)))
        .isBetween(learned.factor(Optional.of(calm)), unknown);
    assertThat(unknown).as("the wider half counts for more").isBetween(0.9, 1.5);
  }

  @Test
  void whereAllAreAlikeWhatOneSaysIsChance() {
    List<OwnSpread.Said> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(OwnSpread.of(weeks(20, 60, i), TOLD).orElseThrow());
    }
    OwnSpread learned = OwnSpread.learn(all);
    double far = learned.factor(Optional.of(new OwnSpread.Said(Math.log(0.5), 15, 3)));
    assertThat(far).isBetween(0.85, 1.1);
    assertThat(OwnSpread.learn(List.of()).factor(Optional.empty())).isEqualTo(1);
  }

  /** Distances from the mean are multiplied; mean, and nothing where it is probable, stay. */
  @Test
  void distancesAreMultiplied() {
    TotalStep half = OwnSpread.spread(TOLD, 0.5).steps().get(3);
    assertThat(half.mean()).isEqualTo(400);
    assertThat(half.quantiles().get(17)).isCloseTo(400 + 20 * 1.2816, within(1e-9));
    assertThat(half.quantiles().get(0)).isCloseTo(400 - 20 * 1.6449, within(1e-9));
    TotalDemand seldom = TestDemand.poissonDays(0.2, 5);
    TotalDemand wider = OwnSpread.spread(seldom, 3);
    for (int d = 0; d < 5; d++) {
      assertThat(wider.steps().get(d).nothing()).isEqualTo(seldom.steps().get(d).nothing());
      assertThat(wider.steps().get(d).mean()).isEqualTo(seldom.steps().get(d).mean());
      assertThat(wider.steps().get(d).quantiles().last())
          .isGreaterThan(seldom.steps().get(d).quantiles().last());
    }
    assertThat(OwnSpread.spread(seldom, 1).steps().get(4).quantiles().last())
        .isCloseTo(seldom.steps().get(4).quantiles().last(), within(1e-9));
  }
}
