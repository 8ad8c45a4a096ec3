package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.pipeline.TestModels.last;
import static org.demandwright.core.pipeline.TestModels.mean;
import static org.demandwright.core.pipeline.TestModels.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.ExplainedMember;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

class ForecastEngineTest {
  private static final int HORIZON = 3;

  /** On {@link #step()}: a total that is 4.9 too high costs about as much as one 3 too low. */
  private static final ForecastModel[] NEARLY_AS_GOOD = {
    new TestModels.Level("High", h -> 44.1), new TestModels.Level("Low", h -> 37), mean("Mean")
  };

  private static final List<Map<String, Outcome<GlobalFit>>> NO_GLOBALS =
      List.of(Map.of(), Map.of(), Map.of(), Map.of());

  @Test
  void theModelThatWasRightForecasts() {
    SeriesResult result = contest(step(), mean("Mean"), last("Last")).orElseThrow();
    assertThat(result.selection().modelId()).isEqualTo("Last");
    assertThat(result.mean()).isEqualTo(DoubleVector.of(40, 40, 40));
    assertThat(result.selection().scores())
        .extracting(Score::modelId)
        .containsExactly("Last", "Mean");
    assertThat(result.backtests()).extracting(Backtest::modelId).containsOnly("Last").hasSize(3);
  }

  @Test
  void testsAtTheOriginsThatTheOptionsName() {
    SeriesResult result = contest(step(), last("Last")).orElseThrow();
    assertThat(result.backtests())
        .extracting(b -> b.origin().until(TestModels.END))
        .containsExactly(3, 4, 5);
  }

  @Test
  void theBestAreCombinedWhereTheyAreNearlyAsGood() {
    SeriesResult result = contest(step(), NEARLY_AS_GOOD).orElseThrow();
    Selection selection = result.selection();
    assertThat(selection.modelId()).isEqualTo("High+Low");
    assertThat(selection.members()).extracting(Member::modelId).containsExactly("High", "Low");
    double high = selection.members().get(0).weight();
    double low = selection.members().get(1).weight();
    assertThat(high).isGreaterThan(low);
    assertThat(high + low).isCloseTo(1, within(1e-12));
    assertThat(result.mean()).isEqualTo(DoubleVector.filled(3, high * 44.1 + low * 37));
    assertThat(english(selection.reason())).startsWith("Mean of High ");
    assertThat(selection.scores())
        .extracting(Score::modelId)
        .containsExactly("High+Low", "High", "Low", "Mean");
    assertThat(result.backtests()).extracting(Backtest::modelId).containsOnly("High+Low");
    assertThat(result.explanation().members())
        .extracting(ExplainedMember::weight)
        .containsExactly(high, low);
  }

  @Test
  void withoutCombinationTheBestForecastsAlone() {
    EngineOptions options =
        options(List.of("High", "Low", "Mean")).without(Set.of(EnginePart.COMBINATION));
    SeriesResult result =
        new ForecastEngine(options, new ModelCatalog(List.of(NEARLY_AS_GOOD), List.of()))
            .contest(step(), NO_GLOBALS)
            .orElseThrow();
    assertThat(result.selection().members()).containsExactly(new Member("High", 1));
    assertThat(result.mean()).isEqualTo(DoubleVector.filled(3, 44.1));
  }

  @Test
  void aModelThatCannotBeRefittedIsOutWithItsReason() {
    SeriesInput input = step();
    int whole = input.series().size();
    SeriesResult result =
        contest(input, new TestModels.RefusesLong("Perfect", whole, 40), mean("Mean"))
            .orElseThrow();
    assertThat(result.selection().members()).containsExactly(new Member("Mean", 1));
    assertThat(result.selection().scores()).extracting(Score::modelId).containsExactly("Mean");
    assertThat(result.selection().failures()).containsOnlyKeys("Perfect");
    assertThat(english(result.selection().failures().get("Perfect").words())).contains("too long");
  }

  @Test
  void whatIsForeseenOfAModelOutweighsThreeLuckyOrigins() {
    List<SeriesInput> panel = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[] units = new double[30];
      Arrays.setAll(units, t -> t % 2 == 0 ? 15 : 25);
      panel.add(series("regular" + i, units));
    }
    ForecastEngine engine = engine(NEARLY_AS_GOOD);
    PanelOutlook outlook = engine.outlook(panel, NO_GLOBALS);
    assertThat(outlook.whole().models()).containsExactly("High", "Low", "Mean");
    assertThat(outlook.whole().equations()).containsOnlyKeys("High", "Low", "Mean", "FlatGuess");
    SeriesResult foreseen = engine.contest(step(), NO_GLOBALS, outlook).orElseThrow();
    assertThat(foreseen.selection().members()).containsExactly(new Member("Mean", 1));
  }

  @Test
  void ofTooFewSeriesNothingIsForeseen() {
    ForecastEngine engine = engine(NEARLY_AS_GOOD);
    assertThat(engine.outlook(List.of(step()), NO_GLOBALS).whole().equations()).isEmpty();
  }

  @Test
  void failsWhereNoTestedModelCanBeRefitted() {
    SeriesInput input = step();
    Outcome<SeriesResult> outcome =
        contest(input, new TestModels.RefusesLong("Perfect", input.series().size(), 40));
    assertThat(outcome.toFailure().orElseThrow().reason()).isEqualTo(Failure.Reason.NOT_AVAILABLE);
    assertThat(english(outcome.toFailure().orElseThrow().words()))
        .contains("|step|")
        .contains("Perfect");
  }

  @Test
  void aSeriesWithoutDemandFails() {
    Outcome<SeriesResult> outcome = contest(series("nothing", 0, 0, 0, 0), mean("Mean"));
    assertThat(outcome.toFailure().orElseThrow().reason()).isEqualTo(Failure.Reason.NO_DEMAND);
  }

  @Test
  void whatCannotBeTestedIsForecastByThePlainestMethodAndNotRecommended() {
    SeriesResult result =
        contest(series("new", 4, 6), last("Last"), mean("MovingAverage")).orElseThrow();
    assertThat(result.selection().modelId()).isEqualTo("MovingAverage");
    assertThat(english(result.selection().reason()))
        .isEqualTo(
            "No forecast is recommended: 2 periods since the first demand, 2 of them with demand,"
                + " cannot test a method (it takes 4, 2 with demand); the figures are those of"
                + " MovingAverage.");
    assertThat(result.selection().verdict()).isEqualTo(Verdict.DO_NOT_FORECAST);
    assertThat(result.backtests()).isEmpty();
    assertThat(contest(series("new", 4, 6), last("Last")).orElseThrow().selection().modelId())
        .isEqualTo("Last");
  }

  @Test
  void aShortHistoryThatNoModelAcceptsFailsAndSaysWhy() {
    Outcome<SeriesResult> outcome =
        contest(series("new", 4, 6), new TestModels.RefusesLong("Perfect", 1, 5));
    assertThat(outcome.toFailure().orElseThrow().reason()).isEqualTo(Failure.Reason.SHORT_HISTORY);
    assertThat(english(outcome.toFailure().orElseThrow().words()))
        .contains("Perfect")
        .contains("too long");
  }

  @Test
  void scoresRawDemandWhileTheModelsSeeItCleaned() {
    double[] units = new double[40];
    for (int t = 0; t < 40; t++) {
      units[t] = 10 + t % 2;
    }
    units[20] = 500;
    units[38] = 300;
    SeriesResult result = contest(series("peak", units), mean("Mean")).orElseThrow();
    assertThat(result.cleaned().units().get(20)).isLessThan(100);
    Backtest newest = result.backtests().get(0);
    assertThat(newest.actual()).isEqualTo(DoubleVector.of(11, 300, 11));
    assertThat(newest.forecast().get(0)).isLessThan(20);
  }

  @Test
  void refusesAModelThatTheCatalogLacks() {
    EngineOptions options = options(List.of("Prophet"));
    ModelCatalog catalog = new ModelCatalog(List.of(mean("Mean")), List.of());
    assertThatThrownBy(() -> new ForecastEngine(options, catalog))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Prophet")
        .hasMessageContaining("Mean");
  }

  @Test
  void refusesAPanelWhoseSeriesEndAtDifferentOrigins() {
    ForecastEngine engine =
        new ForecastEngine(
            options(List.of("PanelMean")),
            new ModelCatalog(List.of(), List.of(new TestModels.PanelMean("PanelMean"))));
    SeriesInput one = series("one", 1, 2, 3);
    DemandSeries longer = series("two", 1, 2, 3, 4).series();
    SeriesInput other =
        new SeriesInput(
            new DemandSeries(
                longer.key(), one.series().first(), longer.units(), longer.availability()),
            one.covariates());
    assertThatThrownBy(() -> engine.trainGlobal(List.of(one, other), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same origin");
  }

  @Test
  void bandsAreNestedNotNegativeAndTheirTotalsNeverFall() {
    ForecastEngine engine = engine(mean("Mean"));
    List<Calibration.Row> rows = new ArrayList<>();
    for (int h = 1; h <= HORIZON; h++) {
      double wide = h == 2 ? 9 : 1;
      rows.add(
          new Calibration.Row(
              DemandPattern.LUMPY,
              h,
              -5,
              0.1,
              2,
              -wide,
              0,
              wide,
              100,
              BandLevels.NOMINAL,
              0.1,
              0.9,
              100,
              Optional.empty()));
    }
    List<BandedStep> steps =
        engine
            .bands(
                DemandPattern.LUMPY,
                4,
                BandShape.USUAL,
                DoubleVector.of(10, 0, 10),
                Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1)),
                new Calibration(rows))
            .steps();
    assertThat(steps).extracting(BandedStep::step).containsExactly(1, 2, 3);
    assertThat(steps).extracting(BandedStep::p10).containsOnly(0.0);
    // u = √(4 · (10 + 0.4)) = 6.45 at the first step, √(4 · 0.4) = 1.26 at the second
    assertThat(steps.get(0).p90()).isCloseTo(22.90, within(0.01));
    assertThat(steps.get(1).p90()).isCloseTo(2.53, within(0.01));
    assertThat(steps).extracting(BandedStep::totalMean).containsExactly(10.0, 10.0, 20.0);
    assertThat(steps.get(2).totalP90()).isEqualTo(steps.get(1).totalP90());
  }

  @Test
  void theTotalsOfARowAreAmongTheDistributionOfItsTotals() {
    ForecastEngine engine = engine(mean("Mean"));
    Calibration calibration = engine.calibrate(List.of());
    BandedForecast banded =
        engine.bands(
            DemandPattern.INTERMITTENT,
            4,
            BandShape.USUAL,
            DoubleVector.of(1, 0, 3),
            Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1)),
            calibration);
    TotalDemand totals = banded.totals().orElseThrow();
    for (BandedStep step : banded.steps()) {
      int days = 7 * step.step();
      assertThat(totals.mean(days)).isEqualTo(step.totalMean());
      assertThat(totals.quantile(0.1, days)).isEqualTo(step.totalP10());
      assertThat(totals.quantile(0.5, days)).isEqualTo(step.totalP50());
      assertThat(totals.quantile(0.9, days)).isEqualTo(step.totalP90());
    }
    // 1 − 0.36 · √(4 · 1.4) is below 0 and 1 − 0.25 · √(4 · 1.4) above: no residuals, the normal
    // one
    assertThat(totals.nothing(7)).isCloseTo(0.336, within(0.001));
    assertThat(totals.nothing(21)).isLessThan(totals.nothing(7));
  }

  @Test
  void aSeriesThatMayHaveEndedMayWantNothing() {
    ForecastEngine engine = engine(mean("Mean"));
    TotalDemand totals =
        engine
            .bands(
                DemandPattern.SMOOTH,
                1,
                BandShape.FROM_ZERO,
                DoubleVector.of(10, 10, 10),
                Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1)),
                engine.calibrate(List.of()))
            .totals()
            .orElseThrow();
    assertThat(totals.nothing(21)).isCloseTo(0.45, within(1e-4));
    assertThat(totals.quantile(0.5, 21)).isEqualTo(30);
  }

  private static SeriesInput step() {
    double[] units = new double[30];
    for (int t = 0; t < 30; t++) {
      units[t] = t < 15 ? 20 : 40;
    }
    return series("step", units);
  }

  private static Outcome<SeriesResult> contest(SeriesInput input, ForecastModel... models) {
    return engine(models).contest(input, NO_GLOBALS);
  }

  private static ForecastEngine engine(ForecastModel... models) {
    List<String> ids = Arrays.stream(models).map(ForecastModel::id).toList();
    return new ForecastEngine(options(ids), new ModelCatalog(List.of(models), List.of()));
  }

  private static EngineOptions options(List<String> models) {
    return new EngineOptions(Bucket.MONTH, 12, HORIZON, 3, 1, models, Objective.RMSSE, Set.of());
  }
}
