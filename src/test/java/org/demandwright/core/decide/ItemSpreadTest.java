package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;
import org.junit.jupiter.api.Test;

class ItemSpreadTest {
  private static final TotalDemand TOLD = told(100, 20);

  private static TotalDemand told(double mean, double deviation) {
    TotalStep[] steps = new TotalStep[4];
    for (int h = 1; h <= steps.length; h++) {
      steps[h - 1] = TestDemand.normal(h * mean, Math.sqrt(h) * deviation);
    }
    return TestDemand.weeks(steps);
  }

  private static DemandSeries weeks(double... units) {
    return DemandSeries.of(
        SeriesKey.of("a"), Period.of(Bucket.WEEK, TestDemand.MONDAY).plus(-units.length), units);
  }

  private static DemandSeries random(double deviation, int length, long seed) {
    Random random = new Random(seed);
    double[] units = new double[length];
    for (int t = 0; t < length; t++) {
      units[t] = Math.max(0, 100 + deviation * random.nextGaussian());
    }
    return weeks(units);
  }

  private static double deviation(TotalDemand demand, int step) {
    return ItemSpread.deviation(demand.steps().get(step - 1));
  }

  @Test
  void theWorkedExampleHolds() {
    double[] units = new double[104];
    for (int t = 0; t < units.length; t++) {
      units[t] = 25 + (t % 8 < 4 ? 5 : -5); // sums of four: 80 to 120 and back, in steps of 10
    }
    double[] sums = new double[101];
    for (int t = 0; t < sums.length; t++) {
      sums[t] = Arrays.stream(units, t, t + 4).sum();
    }
    double mean = Arrays.stream(sums).average().orElseThrow();
    double variance = Arrays.stream(sums).map(s -> (s - mean) * (s - mean)).sum() / sums.length;
    ItemSpread.Deviation four = ItemSpread.of(told(mean / 4, 20), weeks(units)).over(28);
    assertThat(four.windows()).isEqualTo(26);
    assertThat(four.weight()).isCloseTo(26 / 27.5, within(1e-12));
    assertThat(four.own()).isCloseTo(Math.sqrt(variance * 26 / 25), within(1e-9));
    assertThat(four.told()).isCloseTo(40, within(1.0));
    assertThat(four.used() * four.used())
        .isCloseTo(
            26 / 27.5 * variance * 26 / 25 + 1.5 / 27.5 * four.told() * four.told(), within(1e-6));
  }

  @Test
  void calmItemsAreToldNarrowerAndWildOnesWider() {
    TotalDemand calm = ItemSpread.of(TOLD, random(5, 104, 1)).demand();
    TotalDemand wild = ItemSpread.of(TOLD, random(60, 104, 1)).demand();
    assertThat(deviation(calm, 2)).isBetween(5.0, 15.0);
    assertThat(deviation(TOLD, 2)).isCloseTo(28.3, within(0.7));
    assertThat(deviation(wild, 2)).isBetween(50.0, 100.0);
    assertThat(calm.steps().get(1).mean()).as("the mean stays").isEqualTo(200);
  }

  @Test
  void whatIsHardlyKnownIsAsTold() {
    assertThat(ItemSpread.of(TOLD, weeks()).demand()).isEqualTo(TOLD);
    assertThat(ItemSpread.of(TOLD, weeks(7)).demand()).as("one observation").isEqualTo(TOLD);
    assertThat(ItemSpread.of(TOLD, weeks(0, 0, 0, 0)).demand()).as("no demand").isEqualTo(TOLD);
    ItemSpread.Deviation brief = ItemSpread.of(TOLD, weeks(100, 90, 110)).over(7);
    assertThat(brief.weight()).isCloseTo(3 / 4.5, within(1e-12));
    assertThat(ItemSpread.of(TOLD, random(5, 104, 1)).over(7).weight()).isGreaterThan(0.98);
  }

  @Test
  void longerSumsThanFitIntoThePastGrowWithTheTime() {
    ItemSpread spread = ItemSpread.of(TOLD, weeks(100, 60, 140, 100, 80));
    ItemSpread.Deviation two = spread.over(14);
    ItemSpread.Deviation four = spread.over(28);
    assertThat(two.windows()).isEqualTo(2.5);
    assertThat(four.windows()).isEqualTo(1.25);
    assertThat(four.own()).isCloseTo(two.own() * Math.sqrt(2), within(1e-9));
  }

  @Test
  void nothingKeepsItsProbability() {
    double[] seldom = new double[104];
    for (int t = 3; t < seldom.length; t += 8) {
      seldom[t] = 10;
    }
    TotalStep step = TestDemand.normal(1.25, 3);
    TotalDemand one = ItemSpread.of(TestDemand.weeks(step), weeks(seldom)).demand();
    assertThat(one.steps().get(0).nothing()).isBetween(0.8, 0.9);
    assertThat(one.steps().get(0).quantiles().get(TotalLevels.P50)).isZero();
    assertThat(one.steps().get(0).quantiles().last()).isBetween(9.0, 20.0);
  }

  @Test
  void stockOutsTellNothing() {
    double[] units = random(5, 104, 1).units().toArray();
    double[] there = new double[units.length];
    Arrays.fill(there, 1);
    for (int t = 50; t < 54; t++) {
      units[t] = 0;
      there[t] = 0;
    }
    DemandSeries whole = weeks(units);
    DemandSeries known =
        new DemandSeries(whole.key(), whole.first(), whole.units(), DoubleVector.of(there));
    assertThat(ItemSpread.of(TOLD, known).over(14).own()).isLessThan(15);
    assertThat(ItemSpread.of(TOLD, whole).over(14).own()).isGreaterThan(30);
  }

  @Test
  void channelsThatGoAgainstEachOtherAreCalmTogether() {
    double[] one = new double[104];
    double[] other = new double[104];
    for (int t = 0; t < one.length; t++) {
      one[t] = t % 2 == 0 ? 20 : 80;
      other[t] = 100 - one[t];
    }
    ItemSpread both = ItemSpread.of(TOLD, List.of(weeks(one), weeks(other)));
    assertThat(both.over(7).own()).isZero();
    assertThat(ItemSpread.of(TOLD, List.of(weeks(one))).over(7).own()).isGreaterThan(30);
  }

  @Property(tries = 200)
  void itGrowsWithTheUnit(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 50) Double> past,
      @ForAll @DoubleRange(min = 0.5, max = 40) double mean,
      @ForAll @IntRange(min = 1, max = 5) int power) {
    double times = 1 << power;
    double[] units = past.stream().mapToDouble(u -> u).toArray();
    TotalDemand small = ItemSpread.of(told(mean, mean / 3), weeks(units)).demand();
    TotalDemand large =
        ItemSpread.of(
                told(times * mean, times * (mean / 3)),
                weeks(Arrays.stream(units).map(u -> times * u).toArray()))
            .demand();
    for (int h = 0; h < 4; h++) {
      for (int i = 0; i < TotalLevels.COUNT; i++) {
        double q = small.steps().get(h).quantiles().get(i);
        assertThat(large.steps().get(h).quantiles().get(i))
            .isCloseTo(times * q, within(1e-6 * (times * q + 1e-3)));
      }
    }
  }

  @Property(tries = 200)
  void moreServiceNeverLowersAStock(
      @ForAll @Size(max = 80) List<@DoubleRange(min = 0, max = 50) Double> past,
      @ForAll @DoubleRange(min = 0.1, max = 40) double mean,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double one,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double other) {
    double[] units = past.stream().mapToDouble(u -> u).toArray();
    DemandOverTime demand =
        DemandOverTime.of(ItemSpread.of(told(mean, mean / 3), weeks(units)).demand());
    ReviewCycle cycle = ReviewCycle.of(DayDistribution.certain(10), 7);
    List<Double> stocks = new ArrayList<>();
    for (double level : new double[] {Math.min(one, other), Math.max(one, other)}) {
      StockTerms terms = StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(level));
      stocks.add(StockPlanner.plan(demand, cycle, terms).reorderPoint().doubleValue());
    }
    assertThat(stocks.get(1)).isGreaterThanOrEqualTo(stocks.get(0));
    assertThat(stocks.get(1)).as("tails end").isLessThan(40 * 4 * (mean + 50));
  }
}
