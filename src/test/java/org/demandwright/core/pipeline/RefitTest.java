package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

/** A series is forecast once more by what an earlier contest chose. */
class RefitTest {
  private static final EngineOptions OPTIONS =
      new EngineOptions(
          Bucket.MONTH, 12, 4, 2, 1, EngineOptions.DEFAULT_MODELS, Objective.RMSSE, Set.of());
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final List<SeriesInput> PANEL = TestModels.panel(16, 36);
  private static final ForecastEngine ENGINE = new ForecastEngine(OPTIONS);
  private static final List<Map<String, Outcome<GlobalFit>>> GLOBAL = global();
  private static final PanelOutlook OUTLOOK = ENGINE.outlook(PANEL, GLOBAL);

  @Test
  void of_the_same_demand_it_says_the_same_and_of_when_its_models_are() {
    for (SeriesInput input : PANEL) {
      SeriesResult contest = contest(input);
      SeriesResult refit = refit(input, contest.selection());

      assertThat(refit.mean()).isEqualTo(contest.mean());
      assertThat(refit.fitted()).isEqualTo(contest.fitted());
      assertThat(refit.scale()).isEqualTo(contest.scale());
      assertThat(refit.backtests()).isEqualTo(contest.backtests());
      assertThat(refit.selection().scores()).isEqualTo(contest.selection().scores());
      assertThat(refit.selection().verdict()).isEqualTo(contest.selection().verdict());
      assertThat(english(refit.selection().reason()))
          .contains("Models and weights are those of the contest of 2026-03-01.");
    }
  }

  @Test
  void newer_demand_is_forecast_by_the_same_members() {
    SeriesInput known = PANEL.get(3);
    SeriesResult before = contest(known);
    SeriesInput later = longer(known, 2, 3 * known.series().units().mean());

    SeriesResult refit = refit(later, before.selection());

    assertThat(refit.selection().members()).isEqualTo(before.selection().members());
    assertThat(refit.cleaned().size()).isEqualTo(before.cleaned().size() + 2);
    assertThat(refit.mean()).isNotEqualTo(before.mean());
    assertThat(refit.mean().size()).isEqualTo(OPTIONS.horizon());
  }

  @Test
  void a_note_about_the_demand_of_that_day_is_not_carried_on() {
    SeriesInput input = PANEL.get(0);
    Selection noted =
        contest(input).selection().noting(Words.of("forecast.silence", DAY, 12, "7.5"));

    SeriesResult once = refit(input, noted);
    SeriesResult twice = refit(input, once.selection());

    assertThat(english(once.selection().reason())).doesNotContain("Nothing was sold");
    assertThat(twice.selection().reason()).isEqualTo(once.selection().reason());
  }

  @Test
  void a_short_series_is_judged_anew_as_it_grows() {
    SeriesInput shorter = last(PANEL.get(5), OPTIONS.horizon() + 1);
    SeriesInput longer = last(PANEL.get(5), OPTIONS.horizon() + 2);
    Selection then = contest(shorter).selection();

    SeriesResult refit =
        ENGINE
            .refit(
                longer, GLOBAL, OUTLOOK, new KeptContest(DAY, then, contest(shorter).backtests()))
            .orElseThrow();

    assertThat(refit).isEqualTo(contest(longer));
    assertThat(english(refit.selection().reason())).doesNotContain("the contest of");
  }

  @Test
  void a_reason_that_cannot_be_taken_apart_is_made_anew() {
    SeriesInput input = PANEL.get(1);
    Selection s = contest(input).selection();
    Selection old =
        new Selection(
            s.modelId(),
            s.members(),
            Words.literal("Chosen by an older version"),
            s.verdict(),
            s.scores(),
            s.failures());
    assertThat(refit(input, old)).isEqualTo(contest(input));
  }

  private static SeriesResult contest(SeriesInput input) {
    return ENGINE.contest(input, GLOBAL, OUTLOOK).orElseThrow();
  }

  private static SeriesResult refit(SeriesInput input, Selection kept) {
    return ENGINE
        .refit(input, GLOBAL, OUTLOOK, new KeptContest(DAY, kept, tests(input)))
        .orElseThrow();
  }

  private static List<Backtest> tests(SeriesInput input) {
    SeriesInput tested = PANEL.stream().filter(p -> same(p, input)).findFirst().orElseThrow();
    return contest(tested).backtests();
  }

  private static boolean same(SeriesInput one, SeriesInput other) {
    return one.series().key().equals(other.series().key());
  }

  private static SeriesInput longer(SeriesInput input, int periods, double units) {
    double[] all = Arrays.copyOf(input.series().units().toArray(), input.series().size() + periods);
    Arrays.fill(all, input.series().size(), all.length, units);
    return new SeriesInput(
        DemandSeries.of(input.series().key(), input.series().first(), all), input.covariates());
  }

  private static SeriesInput last(SeriesInput input, int periods) {
    DemandSeries s = input.series();
    return new SeriesInput(
        DemandSeries.of(s.key(), s.end().plus(-periods), s.units().tail(periods).toArray()),
        input.covariates());
  }

  private static List<Map<String, Outcome<GlobalFit>>> global() {
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= OPTIONS.origins(); origin++) {
      global.add(ENGINE.trainGlobal(PANEL, origin));
    }
    return global;
  }
}
