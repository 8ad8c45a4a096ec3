package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.ModelSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every local model of the catalog keeps, whatever the demand; a new model meets it here. */
class ForecastModelContract {
  private static final int SEASON = 12;
  private static final int HORIZON = 18;
  private static final ModelCatalog CATALOG = ModelCatalog.load();

  /**
   * Where a model has to be no worse than the seasonal naive: demand of the kind it assumes; a
   * noisy season for one that is not named.
   */
  private static final Map<String, DemandScenario> HOME =
      Map.of(
          "Naive", DemandScenario.LEVEL_SHIFT,
          "MovingAverage", DemandScenario.LEVEL_SHIFT,
          "SeasonalNaive", DemandScenario.SEASON,
          "LinearTrend", DemandScenario.TREND,
          "DampedTrend", DemandScenario.TREND,
          "OptimisedTheta", DemandScenario.TREND,
          "Croston", DemandScenario.INTERMITTENT,
          "TSB", DemandScenario.INTERMITTENT,
          "ADIDA", DemandScenario.INTERMITTENT);

  static List<ForecastModel> models() {
    return CATALOG.locals();
  }

  static Stream<Arguments> cases() {
    return models().stream()
        .flatMap(m -> Stream.of(DemandScenario.values()).map(s -> Arguments.of(m.id(), s)));
  }

  private static Outcome<FittedModel> fit(String id, DemandSeries series) {
    return CATALOG.local(id).fit(ModelSpec.of(id, SEASON, 1), History.of(series));
  }

  @Test
  void theCatalogHasModels() {
    assertThat(models()).hasSizeGreaterThanOrEqualTo(18);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void forecastsTheWholeHorizonOrSaysWhyNot(String id, DemandScenario scenario) {
    DemandSeries series = scenario.series();
    Outcome<FittedModel> outcome = fit(id, series);

    outcome
        .toFailure()
        .ifPresent(
            f ->
                assertThat(english(f.words()))
                    .contains(series.key().item())
                    .hasSizeGreaterThan(20));
    outcome
        .toOptional()
        .ifPresent(
            fitted -> {
              for (int horizon : new int[] {1, HORIZON, 3 * SEASON}) {
                DoubleVector forecast = fitted.forecast(horizon);
                assertThat(forecast.size()).isEqualTo(horizon);
                assertThat(forecast.stream()).allMatch(f -> Double.compare(f, 0.0) >= 0);
              }
              assertThat(fitted.fitted().size()).isLessThanOrEqualTo(series.size());
              assertThat(fitted.fitted().stream()).allMatch(f -> Double.compare(f, 0.0) >= 0);
              assertThatThrownBy(() -> fitted.forecast(0)).hasMessageContaining("horizon is 0");
            });
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void givesTheSameBitsAgainAndLeavesItsInputAlone(String id, DemandScenario scenario) {
    DemandSeries series = scenario.series();

    Outcome<DoubleVector> first = fit(id, series).map(f -> f.forecast(HORIZON));
    Outcome<DoubleVector> again = fit(id, series).map(f -> f.forecast(HORIZON));

    assertThat(again).isEqualTo(first);
    assertThat(series).isEqualTo(scenario.series());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void ignoresWhatComesAfterTheOrigin(String id, DemandScenario scenario) {
    DemandSeries series = scenario.series();
    DemandSeries longer = scenario.series(series.size() + HORIZON);
    DemandSeries otherFuture =
        longer.withUnits(
            DoubleVector.of(
                IntStream.range(0, longer.size())
                    .mapToDouble(i -> i < series.size() ? longer.units().get(i) : 1e6)
                    .toArray()));

    assertThat(fit(id, otherFuture.head(series.size())).map(f -> f.forecast(HORIZON)))
        .isEqualTo(fit(id, series).map(f -> f.forecast(HORIZON)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void remembersNothingOfAnotherSeries(String id, DemandScenario scenario) {
    Outcome<FittedModel> before = fit(id, scenario.series());
    Outcome<DoubleVector> first = before.map(f -> f.forecast(HORIZON));
    fit(id, DemandScenario.NOISY_SEASON.series());

    assertThat(before.map(f -> f.forecast(HORIZON))).isEqualTo(first);
    assertThat(fit(id, scenario.series()).map(f -> f.forecast(HORIZON))).isEqualTo(first);
  }

  /** No demand here grows tenfold in a year and a half, so no forecast does. */
  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void doesNotRunAway(String id, DemandScenario scenario) {
    double most = scenario.series().units().stream().max().orElse(0);

    fit(id, scenario.series())
        .toOptional()
        .ifPresent(
            f -> assertThat(f.forecast(HORIZON).stream()).allMatch(units -> units <= 3 * most));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void aLevelShiftMovesTheForecast(String id) {
    DemandSeries series = DemandScenario.LEVEL_SHIFT.series();
    double usual = series.units().head(30).mean();

    assertThat(fit(id, series).orElseThrow().forecast(SEASON).mean()).isGreaterThan(1.5 * usual);
  }

  /** One month of 5000 in four years of 80: a mean year ahead stays below a quarter of it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void anOutlierDoesNotBecomeTheUsualDemand(String id) {
    DoubleVector forecast = fit(id, DemandScenario.OUTLIER.series()).orElseThrow().forecast(SEASON);

    assertThat(forecast.mean()).isLessThan(5000.0 / 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void aNewItemIsForecastOrRefusedAsTooShort(String id) {
    Outcome<FittedModel> outcome = fit(id, DemandScenario.NEW_ITEM.series());

    assertThat(outcome.map(f -> f.forecast(1).get(0)).toOptional().orElse(11.5))
        .isBetween(8.0, 16.0);
    assertThat(outcome.toFailure().map(Failure::reason).orElse(Failure.Reason.SHORT_HISTORY))
        .isEqualTo(Failure.Reason.SHORT_HISTORY);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void aShorterHorizonIsTheBeginningOfALongerOne(String id, DemandScenario scenario) {
    fit(id, scenario.series())
        .toOptional()
        .ifPresent(f -> assertThat(f.forecast(HORIZON).head(5)).isEqualTo(f.forecast(5)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void itsForecastIsTheSumOfWhatDrivesIt(String id, DemandScenario scenario) {
    fit(id, scenario.series())
        .toOptional()
        .ifPresent(
            f -> {
              Explanation explanation = f.explain(HORIZON); // refuses parts that do not add up
              assertThat(explanation.forecast()).isEqualTo(f.forecast(HORIZON));
            });
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void scalesWithTheUnit(String id, DemandScenario scenario) {
    DemandSeries series = scenario.series();
    Outcome<FittedModel> one = fit(id, series);
    Outcome<FittedModel> thousand = fit(id, series.withUnits(series.units().map(u -> 1000 * u)));

    assertThat(thousand.toFailure()).isEqualTo(one.toFailure());
    if (one.toFailure().isPresent()) {
      return; // refused for the same reason, in the same words
    }
    DoubleVector expected = one.orElseThrow().forecast(HORIZON).map(f -> 1000 * f);
    DoubleVector actual = thousand.orElseThrow().forecast(HORIZON);
    for (int h = 0; h < HORIZON; h++) {
      assertThat(actual.get(h)).isCloseTo(expected.get(h), within(1e-3 * expected.get(h) + 1e-9));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void refusesAHistoryThatIsTooShort(String id) {
    int enough = CATALOG.local(id).capabilities().minObservations();
    int seasons = CATALOG.local(id).capabilities().minSeasons() * SEASON;
    int needed = Math.max(enough, seasons);

    assertThat(reason(fit(id, DemandScenario.CONSTANT.series(needed - 1))))
        .isEqualTo(Failure.Reason.SHORT_HISTORY);
    assertThat(fit(id, DemandScenario.CONSTANT.series(needed)).toFailure()).isEmpty();
    assertThat(reason(fit(id, DemandScenario.EMPTY.series())))
        .isEqualTo(Failure.Reason.SHORT_HISTORY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void forecastsNothingWhereThereWasNothing(String id) {
    Outcome<FittedModel> outcome = fit(id, DemandScenario.ALL_ZERO.series());

    assertThat(outcome.map(f -> f.forecast(HORIZON).sum()).toOptional().orElse(0.0)).isZero();
    assertThat(outcome.toFailure().map(Failure::reason).orElse(Failure.Reason.NO_DEMAND))
        .isEqualTo(Failure.Reason.NO_DEMAND);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void forecastsAConstantAsItself(String id) {
    DoubleVector forecast =
        fit(id, DemandScenario.CONSTANT.series()).orElseThrow().forecast(HORIZON);
    double bias = id.equals("Croston") ? 0.95 : 1; // 1 − α/2, wrong for demand in every period

    assertThat(forecast.stream()).allMatch(f -> Math.abs(f - 50 * bias) < 0.01);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void aPeriodThatWasNotObservedIsNotZeroDemand(String id) {
    DoubleVector forecast =
        fit(id, DemandScenario.STOCK_OUT.series()).orElseThrow().forecast(HORIZON);
    double bias = id.equals("Croston") ? 0.95 : 1;

    assertThat(forecast.stream()).allMatch(f -> Math.abs(f - 60 * bias) < 0.01);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void isNoWorseThanSeasonalNaiveOnItsHomeGround(String id) {
    DemandScenario home = HOME.getOrDefault(id, DemandScenario.NOISY_SEASON);
    int n = home.series().size();
    DemandSeries whole = home.series(n + SEASON);

    double own = squaredError(id, whole, n);

    assertThat(own).isLessThanOrEqualTo(squaredError("SeasonalNaive", whole, n));
  }

  private static double squaredError(String id, DemandSeries whole, int origin) {
    DoubleVector forecast = fit(id, whole.head(origin)).orElseThrow().forecast(SEASON);
    double sum = 0;
    for (int h = 0; h < SEASON; h++) {
      double error = whole.units().get(origin + h) - forecast.get(h);
      sum += error * error;
    }
    return sum;
  }

  static Stream<String> ids() {
    return models().stream().map(ForecastModel::id);
  }

  private static Failure.Reason reason(Outcome<FittedModel> outcome) {
    return outcome.toFailure().orElseThrow().reason();
  }
}
