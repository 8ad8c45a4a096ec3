package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.model.GlobalFit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item that sold for two years and then stopped, among others that go on. */
class SilentSeriesTest {
  @ParameterizedTest
  @CsvSource({"DAY, 730, 90", "WEEK, 104, 13", "MONTH, 36, 4"})
  void theForecastOfAnItemThatFellSilentFades(Bucket bucket, int periods, int silent) {
    Panel panel = new Panel(bucket, periods);
    SeriesInput gone = panel.stopping("gone", silent);
    SeriesInput goesOn = panel.stopping("goes on", 0);
    Map<String, SeriesResult> results = panel.forecast(gone, goesOn);

    SeriesResult faded = results.get("gone");
    double usual = results.get("goes on").mean().get(0);
    assertThat(faded.mean().stream()).allMatch(f -> f < usual / 10);
    assertThat(english(faded.selection().reason()))
        .contains("Nothing was sold since " + gone.series().period(periods - silent).start());
    assertThat(faded.explanation().combined().contributions())
        .anyMatch(c -> c.driver().equals(Drivers.SILENCE) && c.amounts().get(0) <= 0);
    assertThat(panel.bands(faded)).allMatch(s -> s.p10() == 0 && s.totalP10() == 0);
    assertThat(english(results.get("goes on").selection().reason()))
        .doesNotContain("Nothing was sold");
  }

  @ParameterizedTest
  @CsvSource({"DAY, 730, 90", "WEEK, 104, 13", "MONTH, 36, 4"})
  void oneNewSaleEndsTheFading(Bucket bucket, int periods, int silent) {
    Panel panel = new Panel(bucket, periods);
    SeriesInput gone = panel.stopping("gone", silent);
    double[] units = gone.series().units().toArray();
    units[periods - 1] = 30;
    SeriesInput back = panel.input("gone", units);
    SeriesResult result = panel.forecast(back).get("gone");
    assertThat(english(result.selection().reason())).doesNotContain("Nothing was sold");
    assertThat(result.shape()).isEqualTo(BandShape.USUAL);
  }

  /** Ten items that sell on most days, the same for all tests, and an engine of simple methods. */
  private static final class Panel {
    private final int periods;
    private final Bucket bucket;
    private final ForecastEngine engine;
    private final List<SeriesInput> others = new ArrayList<>();
    private Calibration calibration;

    Panel(Bucket bucket, int periods) {
      this.bucket = bucket;
      this.periods = periods;
      engine =
          new ForecastEngine(
              EngineOptions.defaults(bucket)
                  .withHorizon(6)
                  .withModels(List.of("MovingAverage", "ExponentialSmoothing", "TSB")));
      for (int i = 0; i < 10; i++) {
        others.add(input("other" + i, demand(i)));
      }
    }

    private double[] demand(int seed) {
      Random random = new Random(seed);
      double[] units = new double[periods];
      Arrays.setAll(units, t -> random.nextDouble() < 0.9 ? 20 + random.nextInt(20) : 0);
      return units;
    }

    SeriesInput stopping(String item, int silent) {
      double[] units = demand(77);
      Arrays.fill(units, periods - silent, periods, 0);
      return input(item, units);
    }

    SeriesInput input(String item, double... units) {
      return new SeriesInput(
          DemandSeries.of(
              new SeriesKey("", item, "S", ""), new Period(bucket, 20_000 - periods), units),
          Covariates.none());
    }

    Map<String, SeriesResult> forecast(SeriesInput... more) {
      List<SeriesInput> panel = new ArrayList<>(others);
      panel.addAll(List.of(more));
      List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
      for (int origin = 0; origin <= EngineOptions.DEFAULT_ORIGINS; origin++) {
        global.add(engine.trainGlobal(panel, origin));
      }
      PanelOutlook outlook = engine.outlook(panel, global);
      Map<String, SeriesResult> results = new TreeMap<>();
      for (SeriesInput input : panel) {
        SeriesResult result = engine.contest(input, global, outlook).orElseThrow();
        results.put(input.series().key().item(), result);
      }
      calibration = engine.calibrate(results.values().stream().map(CalibrationSample::of).toList());
      return results;
    }

    List<BandedStep> bands(SeriesResult r) {
      return engine.bands(r, calibration).steps();
    }
  }
}
