package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Champion;
import org.demandwright.core.evaluate.ChampionRule;
import org.demandwright.core.evaluate.ClassPrior;
import org.demandwright.core.evaluate.Combination;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Standing;
import org.demandwright.core.explain.ExplainedMember;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;

/** Chooses the champion of one series, fits it to the whole history and forecasts. */
final class SeriesChoice {
  private final EngineOptions options;
  private final SeriesInput input;
  private final SeriesContest contest;
  private final DemandPattern pattern;
  private final History whole;

  SeriesChoice(
      EngineOptions options, SeriesInput input, SeriesContest contest, DemandPattern pattern) {
    this.options = options;
    this.input = input;
    this.contest = contest;
    this.pattern = pattern;
    this.whole = SeriesContest.history(input, input.series().size(), options.season());
  }

  Outcome<SeriesResult> choose(ClassPrior prior) {
    TestedSeries tested = contest.test();
    if (tested.untested()) {
      return untested();
    }
    List<Standing> standings =
        new ChampionRule(pattern, prior).rank(tested.contestants(), tested.flat());
    Map<String, Failure> refitFailures = new LinkedHashMap<>();
    for (int i = 0; i < standings.size(); i++) {
      String id = standings.get(i).modelId();
      Outcome<FittedModel> fit = contest.fit(id, whole, 0);
      if (fit instanceof Outcome.Ok<FittedModel> ok) {
        return Outcome.ok(chosen(tested, standings, i, ok.value(), refitFailures));
      }
      fit.toFailure().ifPresent(f -> refitFailures.put(id, f));
    }
    return Outcome.failed(
        Failure.Reason.NOT_AVAILABLE,
        input.series().key()
            + ": no tested model could be fitted to the whole history: "
            + refitFailures);
  }

  private SeriesResult chosen(
      TestedSeries tested,
      List<Standing> standings,
      int index,
      FittedModel fit,
      Map<String, Failure> refitFailures) {
    Standing champion = standings.get(index);
    Optional<Standing> partner = Combination.partner(standings, index);
    if (partner.isPresent()) {
      String id = partner.get().modelId();
      Outcome<FittedModel> second = contest.fit(id, whole, 0);
      if (second instanceof Outcome.Ok<FittedModel> ok) {
        Standing both = Combination.standing(champion, partner.get(), tested.flat());
        Selection selection = selection(both, standings, tested, refitFailures);
        List<ExplainedMember> members =
            List.of(member(champion, fit, 0.5), member(partner.get(), ok.value(), 0.5));
        return result(
            selection,
            new Both(fit, ok.value()),
            new ForecastExplanation(members),
            tested.backtests(both.contestant()));
      }
      second.toFailure().ifPresent(f -> refitFailures.put(id, f));
    }
    List<Standing> others = new ArrayList<>(standings);
    others.remove(champion);
    Selection selection = selection(champion, others, tested, refitFailures);
    return result(
        selection,
        fit,
        new ForecastExplanation(List.of(member(champion, fit, 1))),
        tested.backtests(champion.contestant()));
  }

  private ExplainedMember member(Standing standing, FittedModel fit, double weight) {
    return new ExplainedMember(standing.modelId(), weight, fit.explain(options.horizon()));
  }

  private Selection selection(
      Standing champion,
      List<Standing> others,
      TestedSeries tested,
      Map<String, Failure> refitFailures) {
    return new Champion(champion, others, refitFailures)
        .selection(tested.untestedFailures(), options.season());
  }

  private Outcome<SeriesResult> untested() {
    ShortHistory rule = new ShortHistory(options, input.series());
    Map<String, Failure> failures = new TreeMap<>();
    for (String id : ShortHistory.UNTESTED) {
      Outcome<FittedModel> fit = contest.fit(id, whole, 0);
      if (fit instanceof Outcome.Ok<FittedModel> ok) {
        FittedModel model = ok.value();
        ForecastExplanation explanation =
            ForecastExplanation.of(id, model.explain(options.horizon()));
        return Outcome.ok(result(rule.selection(id, failures), model, explanation, List.of()));
      }
      fit.toFailure().ifPresent(f -> failures.put(id, f));
    }
    return Outcome.failed(
        Failure.Reason.SHORT_HISTORY,
        input.series().key() + ": too short to test or to forecast: " + failures);
  }

  private SeriesResult result(
      Selection selection,
      FittedModel fit,
      ForecastExplanation explanation,
      List<Backtest> backtests) {
    return new SeriesResult(
        whole.series(),
        pattern,
        selection,
        ConformalIntervals.scale(input.series(), options.season()),
        fit.forecast(options.horizon()),
        explanation,
        fit.fitted(),
        backtests);
  }

  /** The mean of two fitted models. */
  private record Both(FittedModel first, FittedModel second) implements FittedModel {
    @Override
    public DoubleVector forecast(int horizon) {
      return Combination.mean(first.forecast(horizon), second.forecast(horizon));
    }

    @Override
    public DoubleVector fitted() {
      return Combination.mean(first.fitted(), second.fitted());
    }
  }
}
