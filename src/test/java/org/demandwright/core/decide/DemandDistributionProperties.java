package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/** Whatever the totals and the lead times are. */
class DemandDistributionProperties {
  @Provide
  static Arbitrary<DemandOverTime> demands() {
    Arbitrary<TotalStep> step =
        Combinators.combine(
                Arbitraries.integers().between(0, TotalLevels.COUNT),
                Arbitraries.doubles().between(0, 100).list().ofSize(TotalLevels.COUNT),
                Arbitraries.doubles().between(0.1, 100))
            .as(DemandDistributionProperties::step);
    return Combinators.combine(
            step.list().ofMinSize(1).ofMaxSize(5), Arbitraries.integers().between(0, 6))
        .as(
            (steps, gone) -> {
              List<TotalStep> rising = new ArrayList<>();
              double mean = 0;
              for (TotalStep s : steps) {
                mean += s.mean();
                rising.add(new TotalStep(mean, s.nothing(), s.quantiles()));
              }
              return DemandOverTime.from(
                  TestDemand.weeks(rising.toArray(TotalStep[]::new)),
                  TestDemand.MONDAY.plusDays(gone));
            });
  }

  private static TotalStep step(int zeros, List<Double> values, double mean) {
    double[] quantiles = values.stream().mapToDouble(v -> v).sorted().toArray();
    Arrays.fill(quantiles, 0, zeros, 0);
    double nothing = zeros == 0 ? 0 : TotalLevels.ALL.get(zeros - 1);
    return new TotalStep(mean, nothing, DoubleVector.of(quantiles));
  }

  @Provide
  static Arbitrary<DayDistribution> leads() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 50), Arbitraries.doubles().between(0.01, 1))
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(m -> DayDistribution.of(new HashMap<>(m)));
  }

  @Property(tries = 300)
  void quantilesRiseWithTheLevel(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("leads") DayDistribution lead,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    DemandDistribution over = demand.over(lead);
    double low = over.quantile(Math.min(one, other));
    double high = over.quantile(Math.max(one, other));
    assertThat(low).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(high * (1 + 1e-9));
  }

  @Property(tries = 300)
  void aQuantileIsEnoughWithItsProbability(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("leads") DayDistribution lead,
      @ForAll @DoubleRange(min = 0, max = 1) double level) {
    DemandDistribution over = demand.over(lead);
    double q = over.quantile(level);
    assertThat(over.cdf(q)).isGreaterThanOrEqualTo(level - 1e-9);
    assertThat(over.stockOut(q)).isBetween(0.0, 1 - level + 1e-9);
  }

  @Property(tries = 300)
  void shortageFallsWithStockAndNotFasterThanIt(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("leads") DayDistribution lead,
      @ForAll @DoubleRange(min = 0, max = 200) double stock,
      @ForAll @DoubleRange(min = 0, max = 50) double more) {
    DemandDistribution over = demand.over(lead);
    double less = over.expectedShortage(stock + more);
    double first = over.expectedShortage(stock);
    assertThat(less).isBetween(0.0, first + 1e-9);
    assertThat(first - less).isLessThanOrEqualTo(more + 1e-9);
    assertThat(over.expectedShortage(over.highest())).isCloseTo(0, within(1e-9));
  }

  @Property(tries = 200)
  void moreDaysNeverNeedLess(
      @ForAll("demands") DemandOverTime demand,
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll @DoubleRange(min = 0, max = 1) double level) {
    assertThat(demand.over(days + 1).quantile(level))
        .isGreaterThanOrEqualTo(demand.over(days).quantile(level) - 1e-9);
    assertThat(demand.mean(days + 1)).isGreaterThanOrEqualTo(demand.mean(days));
  }

  @Property(tries = 200)
  void aMixtureLiesBetweenItsParts(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("leads") DayDistribution lead,
      @ForAll @DoubleRange(min = 0, max = 300) double units) {
    double cdf = demand.over(lead).cdf(units);
    Map<String, Double> ends = new HashMap<>();
    ends.put("low", demand.over(lead.last()).cdf(units));
    ends.put("high", demand.over(lead.first()).cdf(units));
    assertThat(cdf).isBetween(ends.get("low") - 1e-9, ends.get("high") + 1e-9);
  }
}
