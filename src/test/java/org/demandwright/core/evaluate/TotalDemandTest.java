package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.junit.jupiter.api.Test;

class TotalDemandTest {
  private static final Period WEEK = Period.of(Bucket.WEEK, LocalDate.of(2026, 3, 2));

  /** Normal with this mean and deviation, without what lies below 0. */
  private static TotalStep normal(double mean, double deviation) {
    double[] quantiles = new double[TotalLevels.COUNT];
    double nothing = 0;
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Math.max(0, mean + deviation * TotalLevels.NORMAL.get(i));
      nothing = quantiles[i] == 0 ? TotalLevels.ALL.get(i) : nothing;
    }
    return new TotalStep(mean, nothing, DoubleVector.of(quantiles));
  }

  @Test
  void withinAPeriodTheSpreadGrowsAsTheRootOfTheTime() {
    TotalDemand week = new TotalDemand(WEEK, List.of(normal(70, 20 / 1.2816)));
    assertThat(week.days()).isEqualTo(7);
    assertThat(week.mean(2)).isCloseTo(20, within(1e-12));
    assertThat(week.quantile(0.9, 7)).isEqualTo(90);
    assertThat(week.quantile(0.9, 2)).isCloseTo(20 + 20 * Math.sqrt(2 / 7.0), within(1e-9));
  }

  @Test
  void atTheEndOfAPeriodIsWhatItsStepSays() {
    TotalDemand two = new TotalDemand(WEEK, List.of(normal(70, 10), normal(150, 15)));
    for (int i = 0; i < TotalLevels.COUNT; i++) {
      assertThat(two.quantile(TotalLevels.ALL.get(i), 14))
          .isEqualTo(two.steps().get(1).quantiles().get(i));
    }
    assertThat(two.quantile(0.925, 14))
        .as("between two levels on the straight line")
        .isCloseTo((two.quantile(0.9, 14) + two.quantile(0.95, 14)) / 2, within(1e-9));
    // the variance of the second week alone is 225 − 100, half of it after half of the week
    TotalDemand days =
        new TotalDemand(Period.of(Bucket.MONTH, LocalDate.of(2026, 6, 1)), two.steps());
    assertThat(days.days()).isEqualTo(61);
    assertThat(days.quantile(0.95, 30)).isEqualTo(70 + 16.449);
    assertThat(days.mean(61)).isEqualTo(150);
  }

  @Test
  void ordersThatSeldomComeAreSeldomerInFewerDays() {
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = TotalLevels.atLeast(0.65); i < quantiles.length; i++) {
      quantiles[i] = i - 11;
    }
    TotalDemand seldom =
        new TotalDemand(WEEK, List.of(new TotalStep(1.8, 0.64, DoubleVector.of(quantiles))));
    assertThat(seldom.nothing(7)).isEqualTo(0.64);
    assertThat(seldom.nothing(1)).isCloseTo(Math.pow(0.64, 1 / 7.0), within(1e-12));
    assertThat(seldom.quantile(0.9, 1)).as("nothing in nine days of ten").isZero();
    assertThat(seldom.quantile(0.98, 1)).as("but if so, a whole order").isGreaterThan(3);
    assertThat(seldom.probability(0, 7)).isEqualTo(new Chance(0.64, 0.64));
  }

  @Test
  void theProbabilityIsWhatTheQuantileWasAskedFor() {
    TotalDemand two = new TotalDemand(WEEK, List.of(normal(70, 10), normal(150, 15)));
    for (int days : new int[] {1, 5, 7, 10, 14}) {
      for (double level : new double[] {0.05, 0.31, 0.5, 0.77, 0.985}) {
        Chance chance = two.probability(two.quantile(level, days), days);
        assertThat(chance.atLeast()).isCloseTo(level, within(1e-9));
        assertThat(chance.atMost()).isEqualTo(chance.atLeast());
      }
    }
    assertThat(two.probability(-1, 7)).isEqualTo(new Chance(0, 0));
    assertThat(two.probability(1, 7)).isEqualTo(new Chance(0, 0.05));
    assertThat(two.probability(1e9, 7)).isEqualTo(new Chance(0.99, 1));
  }

  @Test
  void nothingIsSaidBeyondTheHorizonAndTheLevels() {
    TotalDemand week = new TotalDemand(WEEK, List.of(normal(70, 10)));
    assertThatThrownBy(() -> week.quantile(0.991, 7)).hasMessageContaining("0.05 to 0.99");
    assertThatThrownBy(() -> week.quantile(0.04, 7)).hasMessageContaining("0.04");
    assertThatThrownBy(() -> week.quantile(0.9, 8)).hasMessageContaining("1 to 7");
    assertThatThrownBy(() -> week.mean(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quantilesNeverFallWithLevelOrDays() {
    Random random = new Random(4);
    for (int n = 0; n < 200; n++) {
      TotalDemand totals = any(random);
      for (int days = 1; days <= totals.days(); days++) {
        double last = 0;
        for (double level = 0.05; level < 0.99; level += 0.031) {
          double q = totals.quantile(level, days);
          assertThat(q).isGreaterThanOrEqualTo(last - 1e-9);
          if (days > 1) {
            assertThat(q).isGreaterThanOrEqualTo(totals.quantile(level, days - 1) - 1e-9);
          }
          last = q;
        }
      }
    }
  }

  private static TotalDemand any(Random random) {
    List<TotalStep> steps = new ArrayList<>();
    double mean = 0;
    double variance = 0;
    for (int h = 0; h < 4; h++) {
      double more = random.nextInt(3) * random.nextDouble();
      mean += more;
      variance += more * 4 * random.nextDouble();
      TotalStep step = normal(mean, Math.sqrt(variance));
      steps.add(h == 0 ? step : step.notBelow(steps.get(h - 1)));
    }
    return new TotalDemand(WEEK, steps);
  }

  @Test
  void anotherFigureStretchesTheWholeDistribution() {
    TotalDemand two = new TotalDemand(WEEK, List.of(normal(70, 10), normal(150, 15)));
    TotalDemand scaled = two.scaledTo(DoubleVector.of(140, 220));
    assertThat(scaled.mean(7)).isEqualTo(140);
    assertThat(scaled.quantile(0.95, 7)).isCloseTo(2 * two.quantile(0.95, 7), within(1e-9));
    assertThat(scaled.quantile(0.95, 14))
        .isCloseTo(220 / 150.0 * two.quantile(0.95, 14), within(1e-9));
    assertThat(two.scaledTo(DoubleVector.of(70, 150))).isEqualTo(two);
    TotalDemand stopped = two.scaledTo(DoubleVector.of(0, 0));
    assertThat(stopped.nothing(3)).isEqualTo(1);
    assertThat(stopped.quantile(0.99, 10)).isZero();
    assertThat(stopped.scaledTo(DoubleVector.of(5, 5)).quantile(0.05, 7))
        .as("where nothing was expected, what is added is certain")
        .isEqualTo(5);
    assertThatThrownBy(() -> two.scaledTo(DoubleVector.of(1))).hasMessageContaining("2 steps");
  }

  @Test
  void aDistributionThatFallsIsNone() {
    assertThatThrownBy(() -> new TotalDemand(WEEK, List.of(normal(70, 10), normal(60, 10))))
        .hasMessageContaining("fall");
    assertThatThrownBy(() -> new TotalStep(1, 0.5, DoubleVector.filled(TotalLevels.COUNT, 1)))
        .hasMessageContaining("too early");
  }

  @Test
  void allDaysAtOnceAreWhatEachDayTells() {
    double[] seldom = new double[TotalLevels.COUNT];
    for (int i = TotalLevels.atLeast(0.65); i < seldom.length; i++) {
      seldom[i] = 1 + i;
    }
    TotalStep rare = new TotalStep(5, 0.6, DoubleVector.of(seldom));
    for (TotalDemand demand :
        List.of(
            new TotalDemand(WEEK, List.of(normal(70, 30), normal(150, 31))),
            new TotalDemand(WEEK, List.of(rare, rare, normal(80, 10).notBelow(rare))))) {
      List<TotalStep> daily = demand.daily(demand.days());
      assertThat(daily).hasSize(demand.days());
      assertThat(demand.daily(3)).isEqualTo(daily.subList(0, 3));
      for (int day = 1; day <= demand.days(); day++) {
        assertThat(daily.get(day - 1).mean()).isEqualTo(demand.mean(day));
        assertThat(daily.get(day - 1).nothing()).isCloseTo(demand.nothing(day), within(1e-12));
        for (double level : TotalLevels.ALL.toArray()) {
          assertThat(daily.get(day - 1).at(level)).isEqualTo(demand.quantile(level, day));
        }
      }
    }
  }
}
