package org.demandwright.core.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Champion;
import org.demandwright.core.evaluate.Combination;
import org.demandwright.core.evaluate.ConformalIntervals;
import org.demandwright.core.evaluate.Contestant;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.ModelWeights;
import org.demandwright.core.evaluate.Outlook;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Silence;
import org.demandwright.core.evaluate.Weighing;
import org.demandwright.core.explain.ExplainedMember;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;

/**
 * Fits the tested models of one series to the whole history, weighs those that could be fitted, and
 * forecasts with their weighted mean.
 */
final class SeriesChoice {
  private final EngineOptions options;
  private final SeriesInput input;
  private final SeriesContest contest;
  private final DemandPattern pattern;
  private final History whole;

  SeriesChoice(EngineOptions options, SeriesInput input, SeriesContest contest) {
    this.options = options;
    this.input = input;
    this.contest = contest;
    this.pattern = contest.pattern();
    this.whole =
        new History(contest.whole().series(), input.covariates().asKnownAt(input.series().size()));
  }

  Outcome<SeriesResult> choose(PanelOutlook outlook) {
    TestedSeries tested = contest.test();
    Optional<Silence> silence = outlook.silence().of(input.series());
    if (tested.untested()) {
      return untested(silence);
    }
    Map<String, FittedModel> fits = new LinkedHashMap<>();
    Map<String, Failure> failures = new LinkedHashMap<>(tested.untestedFailures());
    for (Contestant c : tested.contestants()) {
      Outcome<FittedModel> fit = contest.fit(c.modelId(), whole, 0);
      fit.toOptional().ifPresent(f -> fits.put(c.modelId(), f));
      fit.toFailure().ifPresent(f -> failures.put(c.modelId(), f));
    }
    if (fits.isEmpty()) {
      return Outcome.failed(
          Failure.Reason.NOT_AVAILABLE,
          Words.of("failure.no-fit", input.series().key(), Failure.said(failures)));
    }
    return Outcome.ok(
        chosen(
            tested, fits, failures, tested.brief() ? outlook.brief() : outlook.whole(), silence));
  }

  /** Forecasts by a choice that was made earlier, or makes it anew where it does not hold. */
  Outcome<SeriesResult> keep(KeptContest kept, PanelOutlook outlook) {
    Optional<Selection> choice = kept.choice(options.horizon());
    Map<String, FittedModel> fits = new LinkedHashMap<>();
    for (Member member : choice.map(Selection::members).orElse(List.of())) {
      contest
          .fit(member.modelId(), whole, 0)
          .toOptional()
          .ifPresent(fit -> fits.put(member.modelId(), fit));
    }
    if (choice.isEmpty() || fits.size() < choice.get().members().size()) {
      return choose(outlook);
    }
    return Outcome.ok(
        combined(choice.get(), fits, 1, kept.backtests(), outlook.silence().of(input.series())));
  }

  private SeriesResult chosen(
      TestedSeries tested,
      Map<String, FittedModel> fits,
      Map<String, Failure> failures,
      Outlook outlook,
      Optional<Silence> silence) {
    Map<String, DoubleVector> forecasts = new LinkedHashMap<>();
    fits.forEach((id, fit) -> forecasts.put(id, fit.forecast(options.horizon())));
    List<Contestant> ready =
        tested.contestants().stream().filter(c -> fits.containsKey(c.modelId())).toList();
    int most = options.without().contains(EnginePart.COMBINATION) ? 1 : ModelWeights.MOST_MEMBERS;
    Weighing weighing =
        new ModelWeights(pattern, outlook, most)
            .weigh(
                ready,
                tested.flat(),
                contest.whole().withNewsInPart(),
                options.season(),
                forecasts);
    Champion champion = new Champion(weighing);
    Selection selection = champion.selection(failures, options.season());
    return combined(
        selection,
        fits,
        tested.brief() ? new ShortHistory(options, input.series()).widening() : 1,
        tested.backtests(champion.contestant()),
        silence);
  }

  private SeriesResult combined(
      Selection selection,
      Map<String, FittedModel> fits,
      double widening,
      List<Backtest> backtests,
      Optional<Silence> silence) {
    silence.ifPresent(s -> fits.replaceAll((id, fit) -> new Fading(fit, s)));
    Combined fit = new Combined(selection.members(), fits);
    return result(selection, fit, fit.explanation(options.horizon()), widening, backtests, silence);
  }

  private Outcome<SeriesResult> untested(Optional<Silence> silence) {
    ShortHistory rule = new ShortHistory(options, input.series());
    Map<String, Failure> failures = new TreeMap<>();
    for (String id : rule.order(contest.ids())) {
      Outcome<FittedModel> fit = contest.fit(id, whole, 0);
      if (fit instanceof Outcome.Ok<FittedModel> ok) {
        FittedModel model =
            silence.<FittedModel>map(s -> new Fading(ok.value(), s)).orElse(ok.value());
        ForecastExplanation explanation =
            ForecastExplanation.of(id, model.explain(options.horizon()));
        return Outcome.ok(
            result(
                rule.untested(id, failures),
                model,
                explanation,
                rule.widening(),
                List.of(),
                silence));
      }
      fit.toFailure().ifPresent(f -> failures.put(id, f));
    }
    return Outcome.failed(
        Failure.Reason.SHORT_HISTORY,
        Words.of("failure.short.all", input.series().key(), Failure.said(failures)));
  }

  private SeriesResult result(
      Selection selection,
      FittedModel fit,
      ForecastExplanation explanation,
      double widening,
      List<Backtest> backtests,
      Optional<Silence> silence) {
    Selection noted = contest.whole().news().map(selection::noting).orElse(selection);
    return new SeriesResult(
        whole.series(),
        pattern,
        silence.map(s -> noted.noting(s.inWords())).orElse(noted),
        widening * widening * ConformalIntervals.scale(contest.whole(), options.season()),
        silence.isPresent() ? BandShape.FROM_ZERO : BandShape.USUAL,
        fit.forecast(options.horizon()),
        explanation,
        fit.fitted(),
        backtests);
  }

  /** The weighted mean of fitted models; one alone has the weight 1. */
  private record Combined(List<Member> members, Map<String, FittedModel> fits)
      implements FittedModel {
    @Override
    public DoubleVector forecast(int horizon) {
      return mean(fit -> fit.forecast(horizon));
    }

    @Override
    public DoubleVector fitted() {
      return mean(FittedModel::fitted);
    }

    ForecastExplanation explanation(int horizon) {
      return new ForecastExplanation(
          members.stream()
              .map(
                  m ->
                      new ExplainedMember(
                          m.modelId(), m.weight(), fits.get(m.modelId()).explain(horizon)))
              .toList());
    }

    private DoubleVector mean(Function<FittedModel, DoubleVector> part) {
      return Combination.mean(
          members.stream().map(m -> part.apply(fits.get(m.modelId()))).toList(),
          members.stream().map(Member::weight).toList());
    }
  }
}
