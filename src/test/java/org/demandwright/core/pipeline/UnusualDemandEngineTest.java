package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;
import org.junit.jupiter.api.Test;

/** With all default models, what happened once is neither a level nor a trend nor a season. */
class UnusualDemandEngineTest {
  private static final EngineOptions MONTHS = EngineOptions.defaults(Bucket.MONTH);
  private static final int NEIGHBOURS = 14;

  private record Told(SeriesResult result, List<BandedStep> bands) {
    double total() {
      return bands.get(bands.size() - 1).totalMean();
    }
  }

  /** One order of many times the usual in the newest period, beside two kinds of neighbours. */
  @Test
  void aBulkOrderInTheNewestPeriodIsNoLevel() {
    Random random = new Random(5);
    assertNoLevel(units(36, i -> Math.rint(100 + 12 * random.nextGaussian())), 100, 1_200);
    assertNoLevel(units(36, i -> i % 2 == 0 ? 20 : 25), 22.5, 200);
  }

  private static void assertNoLevel(double[] usual, double level, double bulk) {
    double[] units = usual.clone();
    units[units.length - 1] = bulk;
    for (Map<String, double[]> neighbours : List.of(rough(60, 1), smooth(60, 2))) {
      Told without = told(MONTHS, usual, neighbours);
      Told told = told(MONTHS, units, neighbours);
      assertThat(told.total()).isBetween(0.8 * without.total(), 1.3 * without.total());
      assertThat(told.total()).isLessThan(1.3 * MONTHS.horizon() * level);
      assertThat(told.bands()).allSatisfy(b -> assertThat(b.p10()).isLessThan(level));
      assertThat(english(told.result().selection().reason()))
          .contains("The newest period is unusual")
          .endsWith("counts only in part until confirmed.");
      assertThat(told.result().selection().verdict())
          .isEqualTo(without.result().selection().verdict());
    }
  }

  @Test
  void aBulkDayIsNoLevel() {
    double[] days = units(200, i -> 19 + i % 3);
    days[199] = 1_000;
    EngineOptions options = EngineOptions.defaults(Bucket.DAY);

    assertThat(told(options, days, smooth(200, 3)).total()).isBetween(450.0, 730.0);
  }

  @Test
  void aDipOfOneYearDoesNotComeBack() {
    Random random = new Random(7);
    double[] months =
        units(60, i -> Math.rint(i > 39 && i < 43 ? 10 : 100 + 5 * random.nextGaussian()));

    for (Map<String, double[]> neighbours : List.of(rough(60, 1), smooth(60, 2))) {
      assertThat(told(MONTHS, months, neighbours).bands())
          .allSatisfy(b -> assertThat(b.mean()).isBetween(90.0, 110.0));
    }
  }

  /** By a method that follows levels; how much others do is for the contest to say. */
  @Test
  void aLevelThatThreePeriodsShowIsTakenUp() {
    Random random = new Random(6);
    double[] months =
        units(60, i -> Math.rint((i > 56 ? 3 : 1) * (100 + 5 * random.nextGaussian())));
    EngineOptions options = MONTHS.withModels(List.of("ExponentialSmoothing"));

    Told told = told(options, months, smooth(60, 4));

    assertThat(told.total()).isGreaterThan(1.5 * 1_200);
    assertThat(english(told.result().selection().reason())).doesNotContain("unusual");
  }

  private static Told told(
      EngineOptions options, double[] units, Map<String, double[]> neighbours) {
    List<SeriesInput> panel = new ArrayList<>();
    neighbours.forEach((n, u) -> panel.add(input(options.bucket(), n, u)));
    panel.add(input(options.bucket(), "asked", units));
    ForecastEngine engine = new ForecastEngine(options);
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(panel, origin));
    }
    PanelOutlook outlook = engine.outlook(panel, global);
    List<SeriesResult> results =
        panel.stream().map(i -> engine.contest(i, global, outlook).orElseThrow()).toList();
    Calibration calibration =
        engine.calibrate(results.stream().map(CalibrationSample::of).toList());
    SeriesResult r = results.get(results.size() - 1);
    return new Told(r, engine.bands(r, calibration).steps());
  }

  private static SeriesInput input(Bucket bucket, String name, double... units) {
    Period end = Period.of(bucket, LocalDate.of(2024, 7, 1));
    return new SeriesInput(
        DemandSeries.of(SeriesKey.of(name), end.plus(-units.length), units), Covariates.none());
  }

  /** Neighbours whose demand jumps between several levels. */
  private static Map<String, double[]> rough(int periods, int seed) {
    double[] levels = {20, 80, 300};
    return neighbours(seed, periods, r -> levels[r.nextInt(3)] * (1 + 0.1 * r.nextGaussian()));
  }

  /** Neighbours whose demand scatters a little around one level. */
  private static Map<String, double[]> smooth(int periods, int seed) {
    return neighbours(seed, periods, r -> 50 * (1 + 0.1 * r.nextGaussian()));
  }

  private static Map<String, double[]> neighbours(
      int seed, int periods, ToDoubleFunction<Random> demand) {
    Map<String, double[]> all = new TreeMap<>();
    Random random = new Random(seed);
    for (int n = 0; n < NEIGHBOURS; n++) {
      all.put("n" + n, units(periods, i -> Math.max(0, Math.rint(demand.applyAsDouble(random)))));
    }
    return all;
  }

  private static double[] units(int n, IntToDoubleFunction demand) {
    double[] units = new double[n];
    Arrays.setAll(units, demand);
    return units;
  }
}
