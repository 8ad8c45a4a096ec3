package org.demandwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.plan.LayerEffect.Outcome;

class LayeredForecastProperties {
  private static final int PERIODS = 4;
  private static final int SERIES = 5;

  @Provide
  Arbitrary<List<double[]>> means() {
    Arbitrary<Double> often0 =
        Arbitraries.oneOf(
            Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1_000).ofScale(9));
    return often0.array(double[].class).ofSize(PERIODS).list().ofSize(SERIES);
  }

  @Provide
  Arbitrary<List<OverrideLayer>> layers() {
    Arbitrary<Adjustment> adjustments =
        Combinators.combine(
                Arbitraries.of(Adjustment.Kind.class),
                Arbitraries.bigDecimals()
                    .between(new BigDecimal("-100"), new BigDecimal("5000"))
                    .ofScale(2)
                    .filter(a -> a.signum() != 0))
            .as((kind, a) -> new Adjustment(kind, kind == Adjustment.Kind.VALUE ? a.abs() : a));
    return Combinators.combine(
            Arbitraries.of(Scope.ALL, PlannedForecasts.item("i0"), PlannedForecasts.item("i1")),
            Arbitraries.integers().between(-9, PERIODS * 40),
            Arbitraries.integers().between(0, PERIODS * 40),
            adjustments)
        .as(
            (scope, first, length, adjustment) -> {
              LocalDate day = PlannedForecasts.MONDAY.plusDays(first);
              return new OverrideLayer(1, scope, day, day.plusDays(length), adjustment);
            })
        .list()
        .ofMaxSize(6);
  }

  private static PlannedForecasts forecasts(Bucket bucket, List<double[]> means) {
    PlannedForecasts all = PlannedForecasts.of(bucket, PERIODS);
    IntStream.range(0, SERIES).forEach(i -> all.with("i" + i % 2, "S" + i, "EA", means.get(i)));
    return all;
  }

  @Property
  void theSeriesAddUpToWhatAnOverrideSaysAndNoneFallsBelow0(
      @ForAll Bucket bucket,
      @ForAll("means") List<double[]> means,
      @ForAll("layers") List<OverrideLayer> layers) {
    PlannedForecasts forecasts = forecasts(bucket, means);
    LayeredForecast all = forecasts.layers(1L, 2L);
    for (OverrideLayer layer : layers) {
      BigDecimal before = sum(all, forecasts, means);
      LayerEffect effect = all.lay(layer);
      assertThat(sum(all, forecasts, means).subtract(before))
          .as("the whole forecast changes by what the override changes")
          .isEqualByComparingTo(effect.after().subtract(effect.before()));
      assertThat(all.finals().values())
          .allMatch(f -> IntStream.range(0, PERIODS).allMatch(p -> f.at(p).signum() >= 0));
    }
  }

  @Property
  void aValueOverWholePeriodsIsTheirTotal(
      @ForAll Bucket bucket,
      @ForAll("means") List<double[]> means,
      @ForAll("layers") List<OverrideLayer> below) {
    PlannedForecasts forecasts = forecasts(bucket, means);
    LayeredForecast all = forecasts.layers();
    below.forEach(all::lay);
    List<Period> periods = forecasts.periods();
    LayerEffect effect =
        all.lay(
            PlannedForecasts.layer(
                9,
                Scope.ALL,
                periods.get(1).start(),
                periods.get(2).end().minusDays(1),
                Adjustment.Kind.VALUE,
                "123"));
    assertThat(effect.outcome()).isEqualTo(Outcome.APPLIED);
    List<BigDecimal> cells =
        all.finals().values().stream()
            .flatMap(f -> f.steps().stream())
            .filter(s -> s.overrideId().equals(Optional.of(9L)))
            .map(s -> s.units().orElseThrow())
            .toList();
    assertThat(cells).hasSize(2 * SERIES).allMatch(c -> c.signum() >= 0 && Spread.isWhole(c));
    assertThat(cells.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("123");
  }

  /** What all series have over all periods. */
  private static BigDecimal sum(
      LayeredForecast laid, PlannedForecasts forecasts, List<double[]> means) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < SERIES; i++) {
      FinalSeries touched = laid.finals().get(i + 1L);
      for (int p = 0; p < forecasts.periods().size(); p++) {
        sum =
            sum.add(
                touched == null
                    ? BigDecimal.valueOf(means.get(i)[p])
                        .setScale(Spread.DECIMALS, RoundingMode.HALF_EVEN)
                    : touched.at(p));
      }
    }
    return sum;
  }
}
