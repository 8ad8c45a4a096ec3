package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesTraitsTest {
  private static final List<String> MODELS = List.of("A", "B", "C");

  @Test
  void everyTraitHasItsName() {
    List<String> names = SeriesTraits.names(MODELS);
    assertThat(names).doesNotHaveDuplicates().hasSize(10 + DemandPattern.values().length + 6);
    assertThat(names).startsWith("saleShare", "sizeVariation").endsWith("distance of C");
    assertThat(traits(series(2, 4, 8), 1)).hasSize(names.size());
  }

  /** In logarithms 2, 4, 8 less their mean are −ln 2, 0, ln 2: a straight line. */
  @Test
  void describesADoublingByHand() {
    Map<String, Double> traits = named(series(2, 4, 8), 1, Map.of());
    assertThat(traits).containsEntry("saleShare", 1.0);
    // sizes 2, 4, 8: mean 14/3, variance 56/9
    close(traits, "sizeVariation", Math.sqrt(56.0 / 9) / (14.0 / 3));
    close(traits, "lnRoughness", Math.log(0.003));
    close(traits, "autocorrelation1", 0);
    close(traits, "autocorrelation2", -0.5);
    close(traits, "slope", Math.log(2));
    close(traits, "steepness", Math.log(2));
    close(traits, "straightness", 1);
    close(traits, "seasonality", 0);
    close(traits, "lnLength", Math.log(3));
    assertThat(traits).containsEntry(DemandPattern.SMOOTH.name(), 1.0);
    assertThat(traits).containsEntry(DemandPattern.LUMPY.name(), 0.0);
  }

  /** 1, 0, 1, 0 … has the level ½: ln(1 + 1 ÷ ½) = ln 3 and 0 alternate. */
  @Test
  void describesDemandWithZerosByHand() {
    Map<String, Double> traits = named(series(0, 0, 1, 0, 1, 0, 1, 0), 2, Map.of());
    close(traits, "saleShare", 0.5);
    close(traits, "sizeVariation", 0);
    close(traits, "lnLength", Math.log(6));
    // x = ± ln 3 ÷ 2 in turns: Σ x² = 6 q; 5 products of −q, 4 of q
    close(traits, "autocorrelation1", -5.0 / 6);
    close(traits, "autocorrelation2", 4.0 / 6);
    close(traits, "seasonality", 4.0 / 6);
    // differences ∓ ln 3, three down and two up, about their mean −ln 3 ÷ 5
    close(traits, "lnRoughness", Math.log(Math.log(3) * Math.sqrt(24.0 / 25)));
  }

  @Test
  void tellsHowHighEachModelForecasts() {
    Map<String, DoubleVector> forecasts =
        Map.of("A", DoubleVector.of(6, 10), "B", DoubleVector.of(16, 16));
    Map<String, Double> traits = named(series(2, 4, 8), 1, forecasts);
    // the models' median is 12, and 5 % of the level 14/3 damp the ratios
    double damp = 0.05 * 14 / 3;
    close(traits, "level of A", Math.log((8 + damp) / (12 + damp)));
    close(traits, "distance of A", Math.log((12 + damp) / (8 + damp)));
    close(traits, "level of B", Math.log((16 + damp) / (12 + damp)));
    close(traits, "level of C", 0);
    close(traits, "distance of C", 0);
  }

  @Test
  void whatIsBeforeTheFirstDemandOrNotObservedIsNotSeen() {
    DemandSeries known = series(2, 4, 8);
    DemandSeries gap =
        new DemandSeries(
            known.key(),
            known.first(),
            DoubleVector.of(0, 0, 2, 0, 4, 8),
            DoubleVector.of(1, 1, 1, 0, 1, 1));
    Map<String, Double> traits = named(gap, 1, Map.of());
    Map<String, Double> without = named(known, 1, Map.of());
    for (String name : SeriesTraits.names(List.of()).subList(0, 10)) {
      close(traits, name, without.get(name));
    }
  }

  @ParameterizedTest
  @MethodSource("demands")
  void isFiniteAndWithinItsBoundsForEveryDemand(DemandSeries series) {
    for (int season : new int[] {1, 4, 12}) {
      double[] traits = traits(series, season);
      assertThat(Arrays.stream(traits).allMatch(Double::isFinite)).isTrue();
      assertThat(Arrays.stream(traits).map(Math::abs).max().orElseThrow()).isLessThan(10);
    }
  }

  static Stream<DemandSeries> demands() {
    double[] season = new double[48];
    Arrays.setAll(season, t -> 100 + 40 * Math.sin(2 * Math.PI * t / 12));
    double[] trend = new double[48];
    Arrays.setAll(trend, t -> 100 + 5 * t);
    double[] intermittent = new double[48];
    Arrays.setAll(intermittent, t -> t % 5 == 2 ? 3 + t % 3 : 0);
    double[] outlier = new double[48];
    Arrays.setAll(outlier, t -> t == 40 ? 5e6 : 80);
    double[] ended = new double[60];
    Arrays.fill(ended, 0, 20, 50);
    double[] constant = new double[48];
    Arrays.fill(constant, 50);
    return Stream.of(
            season,
            trend,
            intermittent,
            outlier,
            ended,
            constant,
            new double[48],
            new double[] {12},
            new double[] {0},
            new double[] {0, 3},
            new double[] {1e-9, 1e9},
            new double[0])
        .map(SeriesTraitsTest::series);
  }

  private static void close(Map<String, Double> traits, String name, double value) {
    assertThat(traits.get(name)).as(name).isCloseTo(value, within(1e-9));
  }

  private static double[] traits(DemandSeries series, int season) {
    Map<String, DoubleVector> forecasts =
        Map.of("A", DoubleVector.of(0, 0), "B", DoubleVector.of(1, 1));
    return SeriesTraits.of(series, season, MODELS, forecasts);
  }

  private static Map<String, Double> named(
      DemandSeries series, int season, Map<String, DoubleVector> forecasts) {
    double[] traits = SeriesTraits.of(series, season, MODELS, forecasts);
    List<String> names = SeriesTraits.names(MODELS);
    Map<String, Double> named = new HashMap<>();
    for (int i = 0; i < traits.length; i++) {
      named.put(names.get(i), traits[i]);
    }
    return named;
  }

  private static DemandSeries series(double... units) {
    return DemandSeries.of(SeriesKey.of("screw"), new Period(Bucket.MONTH, 500), units);
  }
}
