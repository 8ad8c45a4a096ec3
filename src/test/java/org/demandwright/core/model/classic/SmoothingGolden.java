package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.model.classic.Months.fit;
import static org.demandwright.core.model.classic.Months.months;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;
import org.junit.jupiter.api.Test;

/**
 * Smoothing, theta and their logarithms against numbers that were computed by hand; each test says
 * how.
 */
class SmoothingGolden {
  private static final Offset<Double> EXACT = within(1e-9);

  private static final List<ForecastModel> IN_LOGARITHMS =
      List.of(
          new ThetaLog(),
          new OptimisedThetaLog(),
          new DampedTrendLog(),
          new AdjustedSmoothingLog());

  /** α = 0.5: 10, 15, 17.5. */
  @Test
  void simpleExponentialSmoothingTakesItsParameter() {
    FittedModel ses = fit(new SimpleExponentialSmoothing(), "alpha", "0.5", 10, 20, 20);

    assertThat(ses.forecast(2)).isEqualTo(DoubleVector.of(17.5, 17.5));
    assertThat(ses.fitted()).isEqualTo(DoubleVector.of(10, 15));
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
      assertThat(english(why.words())).contains("tea", model.id(), "5 of 12 periods have demand");
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
            english(
                new ExponentialSmoothing()
                    .fit(relative, History.of(months(units)))
                    .toFailure()
                    .orElseThrow()
                    .words()))
        .contains("tea", "MNN", "demand in every period");
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

  /** After 500 days without demand nothing is left of the level. */
  @Test
  void smoothingForgetsAnItemThatEnded() {
    double[] units = new double[600];
    Arrays.fill(units, 0, 100, 20);
    for (ForecastModel model :
        List.of(new ExponentialSmoothing(), new DampedTrend(), new SimpleExponentialSmoothing())) {
      assertThat(fit(model, 7, units).forecast(2)).as(model.id()).isEqualTo(DoubleVector.of(0, 0));
    }
  }

  /** A level that was not seen for 500 days is not known; it is not zero either. */
  @Test
  void smoothingDoesNotGuessWhatItHasNotSeen() {
    double[] units = new double[600];
    Arrays.fill(units, 0, 100, 20);
    double[] observed = new double[600];
    Arrays.fill(observed, 0, 100, 1);
    DemandSeries unseen =
        new DemandSeries(
            SeriesKey.of("tea"), Months.JANUARY, DoubleVector.of(units), DoubleVector.of(observed));

    for (ForecastModel model :
        List.of(new ExponentialSmoothing(), new DampedTrend(), new OptimisedThetaLog())) {
      Failure why =
          model.fit(ModelSpec.of(model.id(), 7, 1), History.of(unseen)).toFailure().orElseThrow();
      assertThat(why.reason()).as(model.id()).isEqualTo(Reason.SHORT_HISTORY);
    }
  }
}
