package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;
import org.junit.jupiter.api.Test;

/** Numbers that were computed by hand; each test says how. */
class ClassicGolden {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Period JANUARY = Period.of(Bucket.MONTH, LocalDate.of(2024, 1, 1));

  private static final List<ForecastModel> IN_LOGARITHMS =
      List.of(
          new ThetaLog(),
          new OptimisedThetaLog(),
          new DampedTrendLog(),
          new AdjustedSmoothingLog());

  private static DemandSeries months(double... units) {
    return DemandSeries.of(SeriesKey.of("tea"), JANUARY, units);
  }

  private static FittedModel fit(ForecastModel model, int season, double... units) {
    return model.fit(ModelSpec.of(model.id(), season, 1), History.of(months(units))).orElseThrow();
  }

  private static FittedModel fit(ForecastModel model, String name, String value, double... units) {
    return model
        .fit(new ModelSpec(model.id(), 1, Map.of(name, value), 1), History.of(months(units)))
        .orElseThrow();
  }

  /** 100, 110 … 150: t̄ = 3.5, ȳ = 125, b1 = 175/17.5 = 10, b0 = 125 − 35 = 90; S(7) = 160. */
  @Test
  void theLineThroughARisingItem() {
    FittedModel line = fit(new LinearTrend(), 12, 100, 110, 120, 130, 140, 150);

    assertThat(line.forecast(1).get(0)).isCloseTo(160, EXACT);
    assertThat(line.forecast(3).get(2)).isCloseTo(180, EXACT);
    Line s = Line.through(Observations.of(months(100, 110, 120, 130, 140, 150), 12));
    assertThat(s.b0()).isCloseTo(90, EXACT);
    assertThat(s.b1()).isCloseTo(10, EXACT);
  }

  /** Four years of an exact line have no season, so the line goes on: 100 + 10·59 = 690. */
  @Test
  void anExactLineHasNoSeason() {
    double[] units = new double[59];
    Arrays.setAll(units, i -> 100 + 10 * i);

    assertThat(fit(new LinearTrend(), 12, units).forecast(1).get(0)).isCloseTo(690, EXACT);
  }

  /** 4, 2, 9 at t = 1, 2, 3: b1 = (−1·−1 + 1·4)/2 = 2.5, b0 = 5 − 5 = 0; S(4) = 10. */
  @Test
  void theLineThroughThreePoints() {
    assertThat(fit(new LinearTrend(), 1, 4, 2, 9).forecast(1).get(0)).isCloseTo(10, EXACT);
  }

  @Test
  void aFallingLineEndsAtZero() {
    assertThat(fit(new LinearTrend(), 1, 30, 20, 10).forecast(3))
        .isEqualTo(DoubleVector.of(0, 0, 0));
  }

  @Test
  void naiveRepeatsTheLastDemand() {
    FittedModel naive = fit(new Naive(), 12, 3, 5, 4);

    assertThat(naive.forecast(2)).isEqualTo(DoubleVector.of(4, 4));
    assertThat(naive.fitted()).isEqualTo(DoubleVector.of(3, 5));
  }

  @Test
  void seasonalNaiveRepeatsTheLastSeason() {
    FittedModel naive = fit(new SeasonalNaive(), 4, 1, 2, 3, 4, 5, 6);

    assertThat(naive.forecast(5)).isEqualTo(DoubleVector.of(3, 4, 5, 6, 3));
    assertThat(naive.fitted()).isEqualTo(DoubleVector.of(1, 2));
  }

  @Test
  void seasonalNaiveGoesBackToTheLastObservedSeason() {
    DemandSeries series =
        new DemandSeries(
            SeriesKey.of("tea"),
            JANUARY,
            DoubleVector.of(1, 2, 3, 4, 0, 6, 7, 8),
            DoubleVector.of(1, 1, 1, 1, 0, 1, 1, 1));
    SeasonalNaive model = new SeasonalNaive();
    ModelSpec spec = ModelSpec.of(model.id(), 4, 1);

    assertThat(model.fit(spec, History.of(series)).orElseThrow().forecast(4))
        .isEqualTo(DoubleVector.of(1, 6, 7, 8));

    DemandSeries never =
        new DemandSeries(
            SeriesKey.of("tea"),
            JANUARY,
            DoubleVector.of(0, 2, 3, 4, 0, 6),
            DoubleVector.of(0, 1, 1, 1, 0, 1));
    assertThat(model.fit(spec, History.of(never)).toFailure().orElseThrow().reason())
        .isEqualTo(Reason.SHORT_HISTORY);
  }

  /** Window 2 of 2, 4, 6: (4 + 6)/2 = 5; before: 2 and (2 + 4)/2 = 3. Default: 13 of 1 … 14. */
  @Test
  void theMovingAverageOfTheLastPeriods() {
    FittedModel two = fit(new MovingAverage(), "window", "2", 2, 4, 6);
    assertThat(two.forecast(2)).isEqualTo(DoubleVector.of(5, 5));
    assertThat(two.fitted()).isEqualTo(DoubleVector.of(2, 3));

    double[] units = new double[14];
    Arrays.setAll(units, i -> i + 1);
    assertThat(fit(new MovingAverage(), 1, units).forecast(1).get(0)).isCloseTo(8, EXACT);
  }

  /** 0, 4, 0, 0, 2 with α = 0.1: z = 4 − 0.2 = 3.8, p = 2 + 0.1·(3 − 2) = 2.1; 0.95·3.8/2.1. */
  @Test
  void crostonSmoothsSizeAndIntervalApart() {
    FittedModel sba = fit(new Croston(), 12, 0, 4, 0, 0, 2);

    assertThat(sba.forecast(1).get(0)).isCloseTo(0.95 * 3.8 / 2.1, EXACT);
    assertThat(sba.fitted().size()).isEqualTo(3);
    assertThat(sba.fitted().get(0)).isCloseTo(0.95 * 4 / 2, EXACT);
  }

  /** α = 0.5: z = 4 + 0.5·(2 − 4) = 3, p = 2 + 0.5·(3 − 2) = 2.5; 0.75·3/2.5 = 0.9. */
  @Test
  void crostonTakesItsParameter() {
    FittedModel sba = fit(new Croston(), "alpha", "0.5", 0, 4, 0, 0, 2);

    assertThat(sba.forecast(1).get(0)).isCloseTo(0.9, EXACT);
  }

  /** Without the correction: α = 0.1, 3.8/2.1. */
  @Test
  void crostonHasAPlainVariant() {
    assertThat(fit(new Croston(), "variant", "croston", 0, 4, 0, 0, 2).forecast(1).get(0))
        .isCloseTo(3.8 / 2.1, EXACT);
    assertThatThrownBy(() -> fit(new Croston(), "variant", "sbj", 0, 4, 0, 0, 2))
        .hasMessageContaining("variant must be sba or croston");
  }

  /** 0, 4: z = 4, p = 1/2; 0, 0: p = 0.5·0.9² = 0.405; 2: p = 0.4645, z = 3.8; p·z = 1.7651. */
  @Test
  void tsbSmoothsTheProbabilityOfADemand() {
    FittedModel tsb = fit(new TSB(), 12, 0, 4, 0, 0, 2);

    assertThat(tsb.forecast(1).get(0)).isCloseTo((0.405 + 0.1 * 0.595) * 3.8, EXACT);
    assertThat(tsb.fitted().size()).isEqualTo(3);
    assertThat(tsb.fitted().last()).isCloseTo(0.405 * 4, EXACT);
  }

  /** Twenty months without a sale leave 0.9^20 of the forecast, where Croston's stays. */
  @Test
  void tsbForgetsAnItemThatEnded() {
    double[] units = new double[30];
    Arrays.fill(units, 0, 10, 6);

    assertThat(fit(new TSB(), 1, units).forecast(1).get(0)).isCloseTo(6 * Math.pow(0.9, 20), EXACT);
    assertThat(fit(new Croston(), 1, units).forecast(1).get(0)).isCloseTo(0.95 * 6, EXACT);
  }

  /** k = 8/4 = 2, buckets 2, 4, 2, 4; α = 0.3: l = 2, 2.6, 2.42, 2.894; 2.894/2. */
  @Test
  void adidaSmoothsBuckets() {
    assertThat(fit(new ADIDA(), 12, 0, 2, 0, 4, 0, 2, 0, 4).forecast(2))
        .isEqualTo(DoubleVector.of(1.447, 1.447));
  }

  /** A demand of 5 every third month: k = 3 and every bucket holds one, so the rate is 5/3. */
  @Test
  void adidaFindsTheRateOfARegularDemand() {
    double[] units = new double[26];
    Arrays.setAll(units, i -> i % 3 == 1 ? 5 : 0);

    assertThat(fit(new ADIDA(), 12, units).forecast(1).get(0)).isCloseTo(5.0 / 3, EXACT);
  }

  @Test
  void theSeasonalAverageOfTheLastSeasons() {
    ModelSpec two = new ModelSpec("SeasonalAverage", 2, Map.of("window", "2"), 1);
    FittedModel average =
        new SeasonalAverage().fit(two, History.of(months(1, 2, 3, 4, 5, 6))).orElseThrow();

    assertThat(average.forecast(3)).isEqualTo(DoubleVector.of(4, 5, 4));
    assertThat(average.fitted()).isEqualTo(DoubleVector.of(1, 2, 2, 3));
  }

  /** α = 0.5: 10, 15, 17.5. */
  @Test
  void simpleExponentialSmoothingTakesItsParameter() {
    FittedModel ses = fit(new SimpleExponentialSmoothing(), "alpha", "0.5", 10, 20, 20);

    assertThat(ses.forecast(2)).isEqualTo(DoubleVector.of(17.5, 17.5));
    assertThat(ses.fitted()).isEqualTo(DoubleVector.of(10, 15));
  }

  /** 100, 200, 400: log 2 a month, α = 0.98; 400·2^(0.5·(1 − 0.02³)/0.98 − 0.0204) = 561.7. */
  @Test
  void thetaInLogarithmsGrowsByARate() {
    DoubleVector forecast = fit(new ThetaLog(), 12, 100, 200, 400).forecast(2);

    double first = 400 * Math.pow(2, 0.5 * (1 - 0.02 * 0.02 * 0.02) / 0.98 - 0.0204);
    assertThat(forecast.get(0)).isCloseTo(first, within(1e-6));
    assertThat(forecast.get(1)).isCloseTo(first * Math.sqrt(2), within(1e-6));
    assertThat(forecast.get(0)).isCloseTo(561.7, within(0.05));
  }

  /** Doubling every month: the forecast stops at ten times the largest demand. */
  @Test
  void growthInLogarithmsIsBounded() {
    double[] units = new double[12];
    Arrays.setAll(units, i -> Math.pow(2, i));

    for (ForecastModel model : IN_LOGARITHMS) {
      assertThat(fit(model, 1, units).forecast(60).stream()).allMatch(f -> f <= 10 * 2048.0);
    }
  }

  @Test
  void logarithmsRefuseIntermittentDemand() {
    DemandSeries sparse = months(0, 3, 0, 0, 2, 0, 5, 0, 0, 1, 4, 0);

    for (ForecastModel model : IN_LOGARITHMS) {
      Failure why =
          model.fit(ModelSpec.of(model.id(), 1, 1), History.of(sparse)).toFailure().orElseThrow();
      assertThat(why.reason()).isEqualTo(Reason.NOT_APPLICABLE);
      assertThat(why.detail()).contains("tea", model.id(), "5 of 12 periods have demand");
    }
  }

  /** An exact line is its own trend line and theta line: 100 + 10·40 after forty months. */
  @Test
  void optimisedThetaContinuesALine() {
    double[] units = new double[40];
    Arrays.setAll(units, i -> 100 + 10 * i);

    DoubleVector forecast = fit(new OptimisedTheta(), 1, units).forecast(2);
    assertThat(forecast.get(0)).isCloseTo(500, within(1.0));
    assertThat(forecast.get(1)).isCloseTo(510, within(1.5));
  }

  /** A damped trend ends: the steps of the forecast shrink by φ, between 0.85 and 0.98. */
  @Test
  void aDampedTrendShrinks() {
    double[] units = new double[40];
    Arrays.setAll(units, i -> 100 + 10 * i);

    DoubleVector forecast = fit(new DampedTrend(), 1, units).forecast(3);
    double phi = (forecast.get(2) - forecast.get(1)) / (forecast.get(1) - forecast.get(0));
    assertThat(phi).isBetween(0.85, 0.98);
  }

  /** Criteria 100, 102, 110: weights 1, e⁻¹, e⁻⁵ ÷ 1.3746; levels 10, 20, 40 give 12.8233. */
  @Test
  void akaikeWeightsAverageTheForms() {
    List<SmoothingFit> fits =
        List.of(flat("ANN", 10, 100), flat("AAN", 20, 102), flat("AAdN", 40, 110));
    Map<String, String> best = Map.of("choice", "best");

    SmoothingChoice mean = SmoothingChoice.of(ModelSpec.of("ExponentialSmoothing", 1, 1));
    assertThat(mean.curve(fits).steps().applyAsDouble(3)).isCloseTo(12.8233, within(1e-4));
    SmoothingChoice one = SmoothingChoice.of(new ModelSpec("ExponentialSmoothing", 1, best, 1));
    assertThat(one.curve(fits).steps().applyAsDouble(3)).isEqualTo(10);
  }

  private static SmoothingFit flat(String form, double level, double aicc) {
    SmoothingStates states =
        new SmoothingStates(SmoothingForm.of(form), level, 0, 1, new double[1], 4);
    return new SmoothingFit(states, new double[4], aicc);
  }

  @Test
  void exponentialSmoothingTakesAForm() {
    double[] units = {5, 7, 6, 8, 7, 9, 8, 0, 9, 11};

    assertThatThrownBy(() -> fit(new ExponentialSmoothing(), "form", "ANM", units))
        .hasMessageContaining("\"ANM\"; known are [ANN, AAN, AAdN, MNN");
    ModelSpec relative = new ModelSpec("ExponentialSmoothing", 1, Map.of("form", "MNN"), 1);
    assertThat(
            new ExponentialSmoothing()
                .fit(relative, History.of(months(units)))
                .toFailure()
                .orElseThrow()
                .detail())
        .contains("tea", "MNN", "demand in every period");
  }

  /** 1, 2, 3, α = 0.98: l = 1.98 + 0.98·1.02 = 2.9796; b = 1; l + (1 − 0.02³)/0.98/2 = 3.4898. */
  @Test
  void thetaOfThreePoints() {
    DoubleVector forecast = fit(new Theta(), 12, 1, 2, 3).forecast(2);

    double first = 2.9796 + 0.5 * (1 - 0.02 * 0.02 * 0.02) / 0.98;
    assertThat(forecast.get(0)).isCloseTo(first, EXACT);
    assertThat(forecast.get(1)).isCloseTo(first + 0.5, EXACT);
    assertThat(forecast.get(0)).isCloseTo(3.4898, within(5e-5));
  }

  /**
   * A season of factors 0.5, 1, 1.5, 1 on the level 80 without noise: nothing is shrunk, the
   * adjusted demand is flat, and the season goes on.
   */
  @Test
  void aPureSeasonGoesOn() {
    double[] factors = {0.5, 1, 1.5, 1};
    double[] units = new double[20];
    Arrays.setAll(units, i -> 80 * factors[i % 4]);

    for (ForecastModel model : new ForecastModel[] {new Theta(), new ExponentialSmoothing()}) {
      DoubleVector forecast = fit(model, 4, units).forecast(4);
      for (int h = 0; h < 4; h++) {
        assertThat(forecast.get(h)).as(model.id()).isCloseTo(80 * factors[h], within(0.5));
      }
    }
  }

  /** A shop that is closed on Sundays: the days without demand do not pull the level down. */
  @Test
  void aClosedDayDoesNotLowerTheOthers() {
    double[] units = new double[371];
    Arrays.setAll(units, i -> i % 7 == 6 ? 0 : 12);

    DoubleVector forecast = fit(new Theta(), 7, units).forecast(7);
    assertThat(forecast.get(0)).isCloseTo(12, within(0.1));
    assertThat(forecast.get(6)).isCloseTo(0, within(0.3));
  }

  /**
   * After 500 days without demand nothing is left of the level; without any sight of it, neither.
   */
  @Test
  void smoothingForgetsAnItemThatEnded() {
    double[] units = new double[600];
    Arrays.fill(units, 0, 100, 20);
    assertThat(fit(new ExponentialSmoothing(), 7, units).forecast(2))
        .isEqualTo(DoubleVector.of(0, 0));

    double[] observed = new double[600];
    Arrays.fill(observed, 0, 100, 1);
    DemandSeries unseen =
        new DemandSeries(
            SeriesKey.of("tea"), JANUARY, DoubleVector.of(units), DoubleVector.of(observed));
    ExponentialSmoothing model = new ExponentialSmoothing();
    assertThat(
            model
                .fit(ModelSpec.of(model.id(), 7, 1), History.of(unseen))
                .toFailure()
                .orElseThrow()
                .reason())
        .isEqualTo(Reason.SHORT_HISTORY);
  }

  /** Line 7, 7 + 2·t of quarters with an additive season of −3, 0, 3, 0. */
  @Test
  void aLineWithASeasonGoesOn() {
    double[] season = {-3, 0, 3, 0};
    double[] units = new double[24];
    Arrays.setAll(units, i -> 7 + 2 * i + season[i % 4]);

    DoubleVector forecast = fit(new LinearTrend(), 4, units).forecast(4);
    for (int h = 0; h < 4; h++) {
      assertThat(forecast.get(h)).isCloseTo(7 + 2 * (24 + h) + season[h], within(0.3));
    }
  }
}
