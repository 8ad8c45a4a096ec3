package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that are too short for whole tests, through the whole engine and its defaults. */
class ShortHistoryTest {
  private static final EngineOptions MONTHS = EngineOptions.defaults(Bucket.MONTH);
  private static final double[] RISING = {100, 110, 120, 130, 140, 150};

  /** What the engine says of the first series of a panel. */
  private record Said(Outcome<SeriesResult> outcome, List<BandedStep> steps) {
    SeriesResult result() {
      return outcome.orElseThrow();
    }

    double next() {
      return result().mean().get(0);
    }
  }

  @Test
  void sixMonthsThatRiseByTenAMonthRiseOn() {
    assertRises(said(MONTHS, TestModels.series("one", RISING)));
  }

  @Test
  void theyRiseOnBesideOtherSeriesToo() {
    List<SeriesInput> panel = new ArrayList<>(TestModels.panel(24, 40));
    panel.add(0, TestModels.series("a", RISING));
    assertRises(said(MONTHS, panel));
  }

  @Test
  void theyRiseOnBesideManyShortSeriesToo() {
    List<SeriesInput> panel = new ArrayList<>();
    panel.add(TestModels.series("a", RISING));
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      panel.add(TestModels.series("b" + i, noisy(random, t -> 100, 0.3)));
    }
    assertRises(said(MONTHS, panel));
  }

  private static void assertRises(Said said) {
    SeriesResult result = said.result();
    assertThat(said.next()).isCloseTo(160, within(0.5));
    assertThat(said.steps().get(0).p10()).isBetween(1.0, 160.0);
    assertThat(said.steps().get(0).p90()).isBetween(160.0, 320.0);
    assertThat(english(result.selection().reason()))
        .contains("Trend")
        .contains("tested at 3 past origins");
    assertThat(english(result.selection().reason())).doesNotContain("untested");
    assertThat(result.selection().verdict()).isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void noiseDoesNotHideTheTrend() {
    double[] next = new double[200];
    Arrays.setAll(next, seed -> next(noisy(new Random(seed), t -> 100 + 10 * t, 0.03)));
    Arrays.sort(next);
    assertThat(next[100]).isCloseTo(160, within(4.0));
    assertThat(next[5]).isGreaterThan(140);
    assertThat(next[194]).isLessThan(180);
  }

  @Test
  void aFallGoesOnButNotBelowNothing() {
    Said said = said(MONTHS, TestModels.series("falls", 150, 140, 130, 120, 110, 100));
    assertThat(said.next()).isCloseTo(90, within(0.5));
    Said steep = said(MONTHS, TestModels.series("falls", 150, 125, 100, 75, 50, 25));
    assertThat(steep.result().mean().stream().min().orElseThrow()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void whatDoesNotMoveStays() {
    Said said = said(MONTHS, TestModels.series("flat", 120, 120, 120, 120, 120, 120));
    assertThat(said.result().mean().stream().map(v -> Math.abs(v - 120)).max().orElseThrow())
        .isLessThan(0.01);
    assertThat(said.result().selection().verdict()).isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void levelDemandWithNoiseGetsNoTrend() {
    double[] sixth = new double[100];
    Arrays.setAll(
        sixth,
        seed ->
            said(MONTHS, TestModels.series("level", noisy(new Random(seed), t -> 100, 0.1)))
                .result()
                .mean()
                .get(5));
    Arrays.sort(sixth);
    assertThat(sixth[50]).isCloseTo(100, within(5.0));
    assertThat(sixth[10]).isGreaterThan(70);
    assertThat(sixth[89]).isLessThan(130);
  }

  @Test
  void aLoneSpikeIsNoLevel() {
    assertThat(next(100, 100, 100, 400, 100, 100)).isCloseTo(100, within(15.0));
    assertThat(next(100, 400, 100, 100, 100, 100)).isCloseTo(100, within(15.0));
  }

  @ParameterizedTest
  @MethodSource("localModels")
  void aModelAloneForecastsOrSaysWhyNot(String model) {
    Said said = said(MONTHS.withModels(List.of(model)), TestModels.series("one", RISING));
    said.outcome()
        .toOptional()
        .ifPresent(r -> assertThat(r.selection().modelId()).isEqualTo(model));
    said.outcome()
        .toFailure()
        .ifPresent(f -> assertThat(english(f.words())).contains(model).contains("needs"));
  }

  static List<String> localModels() {
    return ModelCatalog.load().locals().stream().map(m -> m.id()).toList();
  }

  @Test
  void theLineAloneGoesOn() {
    Said said = said(MONTHS.withModels(List.of("LinearTrend")), TestModels.series("one", RISING));
    assertThat(said.next()).isCloseTo(160, within(1e-6));
  }

  @Test
  void aSingleSaleEverTellsNoRate() {
    Said said = said(MONTHS, TestModels.series("once", 500));
    assertThat(said.result().selection().verdict()).isEqualTo(Verdict.DO_NOT_FORECAST);
    assertThat(english(said.result().selection().reason()))
        .startsWith("No forecast is recommended: 1 period since the first demand");
    assertThat(said.steps()).allMatch(s -> s.p10() == 0 && s.p90() > 1_000);
    Said later = said(MONTHS, TestModels.series("once", 500, 0, 0, 0, 0, 0));
    assertThat(later.result().selection().verdict()).isEqualTo(Verdict.DO_NOT_FORECAST);
    assertThat(later.next()).isLessThan(100);
    assertThat(later.steps().get(0).p10()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whatCannotBeTestedIsNotRecommended(int size) {
    double[] units = new double[size];
    Arrays.setAll(units, t -> 300 + 100 * t);
    Said said = said(MONTHS, TestModels.series("new", units));
    assertThat(said.result().selection().verdict()).isEqualTo(Verdict.DO_NOT_FORECAST);
    assertThat(english(said.result().selection().reason()))
        .startsWith("No forecast is recommended: " + size + " periods since the first demand")
        .contains("the figures are those of MovingAverage");
    assertThat(said.steps().get(0).p10()).isLessThan(50);
    assertThat(said.steps().get(0).p90()).isGreaterThan(600);
  }

  @Test
  void bandsWidenWithTheStep() {
    List<BandedStep> steps =
        said(MONTHS, TestModels.series("level", 100, 120, 90, 110, 95, 105)).steps();
    double first = steps.get(0).p90() - steps.get(0).p10();
    double last = steps.get(5).p90() - steps.get(5).p10();
    assertThat(first).isGreaterThan(30);
    assertThat(last).isGreaterThanOrEqualTo(first);
  }

  @Test
  void testsGetShorterWithTheHistory() {
    assertThat(RollingOrigin.within(TestModels.series("one", RISING).series(), 3, 6))
        .extracting(RollingOrigin::trainingSize)
        .containsExactly(5, 4, 3);
    assertThat(RollingOrigin.within(TestModels.series("one", RISING).series(), 3, 6))
        .extracting(RollingOrigin::horizon)
        .containsExactly(1, 2, 3);
  }

  private static double next(double... units) {
    return said(MONTHS, TestModels.series("one", units)).next();
  }

  private static double[] noisy(Random random, IntToDoubleFunction mean, double share) {
    double[] units = new double[6];
    Arrays.setAll(units, t -> mean.applyAsDouble(t) * (1 + share * (2 * random.nextDouble() - 1)));
    return units;
  }

  private static Said said(EngineOptions options, SeriesInput one) {
    return said(options, List.of(one));
  }

  private static Said said(EngineOptions options, List<SeriesInput> panel) {
    ForecastEngine engine = new ForecastEngine(options);
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    PanelOutlook outlook = engine.outlook(panel, global);
    List<Outcome<SeriesResult>> outcomes =
        panel.stream().map(input -> engine.contest(input, global, outlook)).toList();
    Calibration calibration =
        engine.calibrate(
            outcomes.stream()
                .flatMap(o -> o.toOptional().stream())
                .map(CalibrationSample::of)
                .toList());
    return new Said(
        outcomes.get(0),
        outcomes
            .get(0)
            .toOptional()
            .map(r -> engine.bands(r, calibration).steps())
            .orElse(List.of()));
  }
}
