package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;
import org.junit.jupiter.api.Test;

class DemandOverTimeTest {
  private static final TotalDemand WEEKS =
      TestDemand.weeks(
          TestDemand.normal(70, 20), TestDemand.normal(150, 28), TestDemand.normal(240, 34));

  /** Evenly between 0 and 10 with one half, else nothing. */
  private static TotalStep seldom() {
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Math.max(0, 20 * (TotalLevels.ALL.get(i) - 0.5));
    }
    return new TotalStep(2.5, 0.5, DoubleVector.of(quantiles));
  }

  /** The worked example of {@link DemandDistribution}, but for its tail. */
  @Test
  void nothingHasAProbabilityOfItsOwn() {
    DemandDistribution week = DemandOverTime.of(TestDemand.weeks(seldom())).over(7);
    assertThat(week.cdf(0)).isEqualTo(0.5);
    assertThat(week.cdf(4)).isCloseTo(0.7, within(1e-12));
    assertThat(week.quantile(0.5)).isZero();
    assertThat(week.quantile(0.7)).isCloseTo(4, within(1e-12));
    double tail = week.expectedShortage(9.8);
    assertThat(week.expectedShortage(4))
        .isCloseTo(tail + (0.99 - 0.7) * 5.8 / 2 + 0.01 * 5.8, within(1e-9));
    assertThat(week.stockOut(-1)).isEqualTo(1);
    assertThat(week.expectedShortage(-1)).isEqualTo(week.expectedShortage(0) + 1);
  }

  /** As where a contract's quantity comes every week, scaled by a rate. */
  @Test
  void aQuantityThatIsAllButCertainIsEnoughWithItsProbability() {
    double[] quantiles = new double[TotalLevels.COUNT];
    double quantile = 100;
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = quantile;
      quantile = Math.nextUp(quantile);
    }
    DemandDistribution week =
        DemandOverTime.of(TestDemand.weeks(new TotalStep(100, 0, DoubleVector.of(quantiles))))
            .over(7);
    for (double level = 0.05; level < 0.99; level += 0.01) {
      assertThat(week.cdf(week.quantile(level))).as("of %s", level).isGreaterThanOrEqualTo(level);
    }
  }

  @Test
  void aKnownNumberOfDaysIsWhatTheVersionSays() {
    DemandOverTime demand = DemandOverTime.of(WEEKS);
    for (int day : new int[] {1, 5, 7, 10, 21}) {
      DemandDistribution over = demand.over(day);
      assertThat(over.mean()).isEqualTo(WEEKS.mean(day));
      assertThat(over.beyondHorizon()).isZero();
      for (double level : new double[] {0.05, 0.31, 0.5, 0.9, 0.975, 0.99}) {
        assertThat(over.quantile(level)).isCloseTo(WEEKS.quantile(level, day), within(1e-9));
      }
    }
    assertThat(demand.over(0).quantile(0.999)).isZero();
    assertThat(demand.mean(0)).isZero();
  }

  @Test
  void aRandomNumberOfDaysIsAMixtureAndNoNormalDistribution() {
    DemandOverTime demand = DemandOverTime.of(TestDemand.normalDays(10, 1, 60));
    DemandDistribution mixed = demand.over(DayDistribution.of(Map.of(5, 0.5, 50, 0.5)));
    assertThat(mixed.mean()).isEqualTo(275);
    assertThat(mixed.cdf(275)).as("nobody is in the middle").isCloseTo(0.5, within(1e-3));
    assertThat(mixed.quantile(0.45)).isLessThan(60);
    assertThat(mixed.quantile(0.55)).isGreaterThan(480);
    assertThat(mixed.quantile(0.95))
        .as("the 90 % quantile of the long one")
        .isCloseTo(demand.over(50).quantile(0.9), within(1e-6));
    assertThat(mixed.expectedShortage(500))
        .isCloseTo(demand.over(50).expectedShortage(500) / 2, within(1e-12));
  }

  /**
   * The sum of a random number of days, by brute force: lead times of 3, 6 or 10 days, Poisson
   * demand of 2 a day. Levels are kept at multiples of 5 %, so that a unit is what can be hoped
   * for.
   */
  @Test
  void theMixtureIsThatOfAllCases() {
    Map<Integer, Double> lead = Map.of(3, 0.2, 6, 0.5, 10, 0.3);
    DemandDistribution mixed =
        DemandOverTime.of(TestDemand.poissonDays(2, 12)).over(DayDistribution.of(lead));
    double[] exact = new double[200];
    lead.forEach(
        (days, weight) -> {
          double[] p = TestDemand.poisson(2.0 * days);
          for (int k = 0; k < p.length; k++) {
            exact[k] += weight * p[k];
          }
        });
    DemandDistribution enumerated = DemandDistribution.ofWhole(exact);
    assertThat(mixed.mean()).isCloseTo(enumerated.mean(), within(1e-9));
    for (double level : new double[] {0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98}) {
      assertThat(mixed.quantile(level)).isCloseTo(enumerated.quantile(level), within(1.0));
    }
    for (int stock = 0; stock <= 30; stock += 3) {
      assertThat(mixed.expectedShortage(stock))
          .isCloseTo(enumerated.expectedShortage(stock), within(0.6));
    }
  }

  @Test
  void theTailIsHeavierThanNormalAndEnds() {
    DemandDistribution week = DemandOverTime.of(TestDemand.normalDays(1000, 100, 1)).over(1);
    assertThat(week.quantile(0.99)).isCloseTo(1232.63, within(1e-6));
    assertThat(week.quantile(0.999)).isBetween(1000 + 309.0, 1000 + 340.0);
    assertThat(week.quantile(0.9999)).isBetween(1000 + 371.9, 1000 + 442.0);
    assertThat(week.quantile(1)).isEqualTo(week.quantile(0.9999)).isEqualTo(week.highest());
    assertThat(week.expectedShortage(week.highest())).isZero();
  }

  @Test
  void whatTheHorizonDoesNotReachIsSaid() {
    DemandOverTime demand = DemandOverTime.of(WEEKS);
    assertThat(demand.reach()).isEqualTo(21);
    DemandDistribution far = demand.over(DayDistribution.of(Map.of(20, 0.75, 84, 0.25)));
    assertThat(far.beyondHorizon()).isEqualTo(0.25);
    DemandDistribution four = demand.over(84);
    assertThat(four.mean()).isCloseTo(4 * 240, within(1e-9));
    assertThat(four.quantile(0.9)).isCloseTo(960 + 2 * 34 * 1.2816, within(1e-9));
    DemandDistribution rare = DemandOverTime.of(TestDemand.weeks(seldom())).over(14);
    assertThat(rare.cdf(0)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void afterSomeDaysTheRestIsLeft() {
    DemandOverTime demand = DemandOverTime.from(WEEKS, TestDemand.MONDAY.plusDays(7));
    assertThat(demand.reach()).isEqualTo(14);
    assertThat(demand.mean(7)).isCloseTo(80, within(1e-9));
    assertThat(demand.over(7).quantile(0.9)).isCloseTo(80 * (70 + 20 * 1.2816) / 70, within(1e-9));
    assertThatThrownBy(() -> DemandOverTime.from(WEEKS, TestDemand.MONDAY.plusDays(21)))
        .hasMessageContaining("tells 21 days");
  }

  @Test
  void coverIsHowLongItLasts() {
    DemandOverTime demand = DemandOverTime.of(WEEKS);
    assertThat(demand.cover(0, 99)).isZero();
    assertThat(demand.cover(70, 99)).isEqualTo(7);
    assertThat(demand.cover(149.9, 99)).isEqualTo(13);
    assertThat(demand.cover(1e9, 99)).isEqualTo(99);
  }

  /** What a simulation with the same law sees. */
  @Test
  void probabilitiesAreThoseOfASimulation() {
    DemandOverTime demand = DemandOverTime.of(TestDemand.normalDays(20, 8, 30));
    DayDistribution lead = DayDistribution.of(Map.of(4, 0.3, 7, 0.4, 12, 0.3));
    DemandDistribution mixed = demand.over(lead);
    Random random = new Random(11);
    double[] drawn = new double[200_000];
    for (int i = 0; i < drawn.length; i++) {
      int days = lead.quantile(random.nextDouble());
      drawn[i] = Math.max(0, days * 20 + Math.sqrt(days) * 8 * random.nextGaussian());
    }
    Arrays.sort(drawn);
    for (double level : new double[] {0.1, 0.5, 0.8, 0.9, 0.95, 0.98}) {
      double q = mixed.quantile(level);
      double below = -1 - (double) Arrays.binarySearch(drawn, q);
      assertThat(below / drawn.length).isCloseTo(level, within(0.005));
      double missed = Arrays.stream(drawn).map(d -> Math.max(0, d - q)).average().orElseThrow();
      assertThat(mixed.expectedShortage(q)).isCloseTo(missed, within(0.1 + 0.05 * missed));
    }
  }
}
