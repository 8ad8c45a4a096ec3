package org.demandwright.core.model.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.weka.WekaLinear;
import org.demandwright.core.model.weka.WekaPerceptron;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecursiveForecasterTest {
  private final ForecastModel linear = new WekaLinear();

  @Test
  void continuesAPureSeason() {
    History history = months(60, t -> 100 + 50 * Math.sin(2 * Math.PI * t / 12));
    FittedModel model = fit(linear, history);
    DoubleVector forecast = model.forecast(12);
    for (int h = 0; h < 12; h++) {
      double truth = 100 + 50 * Math.sin(2 * Math.PI * (60 + h) / 12);
      assertThat(forecast.get(h)).isBetween(truth - 4, truth + 4);
    }
    assertThat(model.fitted().size()).isEqualTo(60 - 13);
  }

  @Test
  void theNetworkContinuesAPureSeasonRoughly() {
    History history = months(96, t -> 100 + 50 * Math.sin(2 * Math.PI * t / 12));
    DoubleVector forecast = fit(new WekaPerceptron(), history).forecast(12);
    for (int h = 0; h < 12; h++) {
      double truth = 100 + 50 * Math.sin(2 * Math.PI * (96 + h) / 12);
      assertThat(forecast.get(h)).isBetween(truth - 20, truth + 20);
    }
  }

  @Test
  void aConstantStaysConstant() {
    assertThat(fit(linear, months(40, t -> 7)).forecast(6).stream())
        .allMatch(f -> Math.abs(f - 7) < 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 25})
  void aShortHistoryIsRefused(int periods) {
    Failure failure = linear.fit(spec(linear), months(periods, t -> 5)).toFailure().orElseThrow();
    assertThat(failure.reason()).isEqualTo(Failure.Reason.SHORT_HISTORY);
    assertThat(failure.words().arguments()).contains((long) periods);
    assertThat(english(failure.words())).contains(periods + " period", "needs 26");
  }

  @Test
  void aSeriesWithoutDemandIsRefused() {
    assertThat(linear.fit(spec(linear), months(40, t -> 0)).toFailure().orElseThrow().reason())
        .isEqualTo(Failure.Reason.NO_DEMAND);
  }

  @Test
  void aForecastNeverRunsAway() {
    History explosive = months(40, t -> Math.exp(t / 4.0));
    assertThat(fit(linear, explosive).forecast(60).stream().max().orElseThrow())
        .isLessThanOrEqualTo(2 * Math.exp(39 / 4.0) * (1 + 1e-12));
  }

  private static FittedModel fit(ForecastModel model, History history) {
    return model.fit(spec(model), history).orElseThrow();
  }

  private static ModelSpec spec(ForecastModel model) {
    return ModelSpec.of(model.id(), 12, 1);
  }

  private interface Demand {
    double at(int t);
  }

  private static History months(int n, Demand demand) {
    double[] units = new double[n];
    for (int t = 0; t < n; t++) {
      units[t] = demand.at(t);
    }
    Period first = Period.of(Bucket.MONTH, LocalDate.of(2018, 1, 1));
    return History.of(DemandSeries.of(SeriesKey.of("A"), first, units));
  }
}
