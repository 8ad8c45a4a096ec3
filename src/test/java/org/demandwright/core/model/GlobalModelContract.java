package org.demandwright.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.demandwright.app.English.english;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.SimulatedDemand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every global model must keep; a model that is registered is found here. */
class GlobalModelContract {
  private static final int HORIZON = 13;
  private static final List<History> PANEL =
      SimulatedDemand.of(
              new SimulatedDemand.World(Bucket.WEEK, 24, 90, HORIZON, new double[] {1}, 1.6, -1), 7)
          .histories();

  /** Kinds of learners that an administrator may add: one with weights, one without. */
  private static final List<String> SCHEMES =
      List.of(
          "Tree=weka.classifiers.trees.M5P -M 20",
          "Boosted=weka.classifiers.meta.AdditiveRegression -S 0.3 -I 8 -W weka.classifiers.trees.REPTree -- -M 20");

  static Stream<GlobalModel> models() {
    return ModelCatalog.load().with(SCHEMES).globals().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void twoTrainingsGiveTheSameBits(GlobalModel model) {
    assertThat(forecasts(train(model, PANEL))).isEqualTo(forecasts(train(model, PANEL)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void theOrderOfThePanelChangesNoBit(GlobalModel model) {
    List<History> shuffled = new ArrayList<>(PANEL);
    Collections.reverse(shuffled);
    Collections.swap(shuffled, 3, 11);
    assertThat(forecasts(train(model, shuffled))).isEqualTo(forecasts(train(model, PANEL)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aRestoredStateForecastsTheSameBits(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    GlobalFit restored = model.restore(spec(model), fit.state());
    for (History history : PANEL) {
      assertThat(forecast(restored, history)).isEqualTo(forecast(fit, history));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aStateOfAnotherVersionIsRefusedInWords(GlobalModel model) {
    String state = train(model, PANEL).state().replaceFirst("state \\d", "state 0");
    assertThatThrownBy(() -> model.restore(spec(model), state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("state 0")
        .hasMessageContaining("train the model again");
  }

  @ParameterizedTest
  @MethodSource("models")
  void demandAfterTheOriginChangesNoBit(GlobalModel model) {
    List<History> known = PANEL.stream().map(h -> cut(h, 80)).toList();
    List<History> otherFuture = PANEL.stream().map(h -> cut(upset(h, 80), 80)).toList();
    assertThat(forecasts(train(model, otherFuture))).isEqualTo(forecasts(train(model, known)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void largerUnitsGiveForecastsInTheirScale(GlobalModel model) {
    List<History> fine =
        PANEL.stream()
            .map(h -> new History(h.series().withUnits(h.units().map(u -> 8 * u)), h.covariates()))
            .toList();
    GlobalFit coarse = train(model, PANEL);
    GlobalFit scaled = train(model, fine);
    double ratio = 0;
    for (int i = 0; i < PANEL.size(); i++) {
      ratio += forecast(scaled, fine.get(i)).sum() / forecast(coarse, PANEL.get(i)).sum();
    }
    // not exactly 8: ten units are more evidence than one, so they are shrunk less
    assertThat(ratio / PANEL.size()).isCloseTo(8, within(0.4));
  }

  @ParameterizedTest
  @MethodSource("models")
  void forecastsAreOfTheOrderOfTheDemandAndNeverNegative(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    for (History history : PANEL) {
      DoubleVector forecast = forecast(fit, history);
      assertThat(forecast.size()).isEqualTo(HORIZON);
      assertThat(forecast.stream().min().orElseThrow()).isNotNegative();
      assertThat(forecast.mean()).isBetween(history.units().mean() / 3, history.units().mean() * 3);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyForecastIsTheSumOfWhatDrivesIt(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    Set<String> drivers = new TreeSet<>();
    for (History history : PANEL) {
      FittedModel fitted = fit.apply(history).orElseThrow();
      Explanation explanation = fitted.explain(HORIZON); // refuses parts that do not add up
      assertThat(explanation.forecast()).isEqualTo(fitted.forecast(HORIZON));
      explanation.contributions().forEach(c -> drivers.add(c.driver()));
    }
    assertThat(drivers)
        .contains(Drivers.BASE, Drivers.PROMOTION, Drivers.PRICE)
        .doesNotContain(Drivers.WHOLE)
        .hasSizeGreaterThan(3); // which features a tree looks at is its own affair
  }

  @ParameterizedTest
  @MethodSource("models")
  void aPromotionIsCreditedInThePromotedPeriodsAlone(GlobalModel model) {
    History history = PANEL.get(0);
    Explanation explanation = train(model, PANEL).apply(history).orElseThrow().explain(HORIZON);
    DoubleVector promotion =
        explanation.contributions().stream()
            .filter(c -> c.driver().equals(Drivers.PROMOTION))
            .findFirst()
            .orElseThrow()
            .amounts();
    for (int h = 0; h < HORIZON; h++) {
      double share = history.covariates().promotionAt(history.size() + h);
      assertThat(promotion.get(h) > 0).as("step %d", h + 1).isEqualTo(share > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aSmallPanelIsRefusedInWords(GlobalModel model) {
    Failure failure =
        model
            .train(spec(model), TrainingPanel.of(PANEL.subList(0, 4)), HORIZON)
            .toFailure()
            .orElseThrow();
    assertThat(failure.reason()).isEqualTo(Failure.Reason.NOT_AVAILABLE);
    assertThat(english(failure.words())).contains("4 series", "at least");
    assertThat(model.train(spec(model), TrainingPanel.of(List.of()), HORIZON).toFailure())
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aSeriesThatCannotBeDescribedSaysWhy(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    History first = PANEL.get(0);
    History shortOne = tail(first, 3);
    History unsold = History.of(first.series().withUnits(DoubleVector.filled(first.size(), 0)));
    assertThat(fit.apply(shortOne).toFailure().orElseThrow().reason())
        .isEqualTo(Failure.Reason.SHORT_HISTORY);
    assertThat(fit.apply(unsold).toFailure().orElseThrow().reason())
        .isEqualTo(Failure.Reason.NO_DEMAND);
  }

  @ParameterizedTest
  @MethodSource("models")
  void anotherModelTrainedBeforeChangesNoBit(GlobalModel model) {
    TrainingPanel shared = TrainingPanel.of(PANEL);
    models().forEach(other -> other.train(spec(other), shared, HORIZON).orElseThrow());
    assertThat(forecasts(model.train(spec(model), shared, HORIZON).orElseThrow()))
        .isEqualTo(forecasts(train(model, PANEL)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void theLastFittedValueIsTheForecastOfTheLastPeriodFromThoseBeforeIt(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    History history = History.of(PANEL.get(5).series()); // no plans: nothing to learn from the end
    DoubleVector fitted = fit.apply(history).orElseThrow().fitted();
    DoubleVector before = forecast(fit, cut(history, history.size() - 1));
    assertThat(fitted.size()).isEqualTo(2 * HORIZON);
    assertThat(fitted.last()).isCloseTo(before.get(0), withinPercentage(0.01));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aNewSeriesIsForecastFromAFewPeriods(GlobalModel model) {
    GlobalFit fit = train(model, PANEL);
    assertThat(forecast(fit, tail(PANEL.get(0), 8)).mean()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aPeriodThatWasNotObservedIsNotZeroDemand(GlobalModel model) {
    List<History> withGaps = PANEL.stream().map(h -> withGap(h, 40, 46, 0)).toList();
    List<History> otherUnits = PANEL.stream().map(h -> withGap(h, 40, 46, 99)).toList();
    assertThat(forecasts(train(model, withGaps))).isEqualTo(forecasts(train(model, otherUnits)));
  }

  private static ModelSpec spec(GlobalModel model) {
    return ModelSpec.of(model.id(), 52, 11);
  }

  private static GlobalFit train(GlobalModel model, List<History> panel) {
    return model.train(spec(model), TrainingPanel.of(panel), HORIZON).orElseThrow();
  }

  private static List<DoubleVector> forecasts(GlobalFit fit) {
    return PANEL.stream().map(history -> forecast(fit, history)).toList();
  }

  private static DoubleVector forecast(GlobalFit fit, History history) {
    return fit.apply(history).orElseThrow().forecast(HORIZON);
  }

  private static History cut(History history, int periods) {
    return new History(history.series().head(periods), history.covariates());
  }

  private static History upset(History history, int from) {
    double[] units = history.units().toArray();
    for (int i = from; i < units.length; i++) {
      units[i] = 1000 + i;
    }
    return new History(history.series().withUnits(DoubleVector.of(units)), history.covariates());
  }

  private static History tail(History history, int periods) {
    DemandSeries s = history.series();
    return History.of(
        new DemandSeries(
            s.key(),
            s.period(s.size() - periods),
            s.units().tail(periods),
            s.availability().tail(periods)));
  }

  private static History withGap(History history, int from, int to, double units) {
    double[] values = history.units().toArray();
    double[] availability = history.series().availability().toArray();
    for (int i = from; i < to; i++) {
      values[i] = units;
      availability[i] = 0;
    }
    DemandSeries s = history.series();
    return new History(
        new DemandSeries(
            s.key(), s.first(), DoubleVector.of(values), DoubleVector.of(availability)),
        history.covariates());
  }
}
