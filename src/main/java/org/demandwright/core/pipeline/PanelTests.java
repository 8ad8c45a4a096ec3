package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.OutlookTrainer;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.RollingOrigin;
import org.demandwright.core.evaluate.SilenceRule;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.LinearLearner;

/**
 * Contests a sample of the panel, from which is learned what to expect of each model: of long
 * series by their whole tests; of short ones by the tests that these allow, and by those of long
 * series cut to as few periods as a short one has.
 */
final class PanelTests {
  private final EngineOptions options;
  private final Contestants models;
  private final List<SeriesInput> panel;
  private final List<Map<String, Outcome<GlobalFit>>> global;

  /**
   * @param panel in key order
   * @param global for each origin 0 … origins the fits of the global contestants
   */
  PanelTests(
      EngineOptions options,
      Contestants models,
      List<SeriesInput> panel,
      List<Map<String, Outcome<GlobalFit>>> global) {
    this.options = options;
    this.models = models;
    this.panel = panel;
    this.global = global;
  }

  PanelOutlook outlook(LinearLearner learner, SilenceRule silence) {
    OutlookTrainer whole = new OutlookTrainer(models.ids(), options.season());
    List<SeriesInput> donors = new ArrayList<>();
    for (SeriesInput input : sample(panel)) {
      if (!wholeTests(input).isEmpty()) {
        SeriesContest contest = new SeriesContest(options, models, input, global);
        TestedSeries tested = contest.test();
        if (!tested.brief()) {
          add(whole, contest.pattern(), tested);
          donors.add(input);
        }
      }
    }
    return new PanelOutlook(whole.train(learner), brief(donors).train(learner), silence);
  }

  private OutlookTrainer brief(List<SeriesInput> donors) {
    OutlookTrainer brief = new OutlookTrainer(models.localIds(), options.season());
    List<Integer> shorts =
        IntStream.range(0, panel.size())
            .filter(i -> wholeTests(panel.get(i)).isEmpty())
            .boxed()
            .toList();
    List<Integer> lengths = new ArrayList<>();
    for (int index : sample(shorts)) {
      SeriesInput input = panel.get(index);
      SeriesContest contest = new SeriesContest(options, models, input, global);
      TestedSeries tested = contest.test();
      if (!tested.untested()) {
        add(brief, contest.pattern(), tested);
        lengths.add(RollingOrigin.knownPeriods(input.series()));
      }
    }
    for (int i = 0; i < donors.size() && !lengths.isEmpty(); i++) {
      addCuts(brief, donors.get(i).series(), lengths.get(i % lengths.size()));
    }
    return brief;
  }

  /** Adds the whole tests of a long series of which the methods see {@code length} periods. */
  private void addCuts(OutlookTrainer brief, DemandSeries series, int length) {
    for (RollingOrigin origin : new ShortHistory(options, series).wholeTests()) {
      int from = origin.trainingSize() - length;
      if (from >= 0) {
        int to = origin.trainingSize() + origin.horizon();
        DemandSeries cut =
            new DemandSeries(
                series.key(),
                series.period(from),
                series.units().slice(from, to),
                series.availability().slice(from, to));
        SeriesInput input = new SeriesInput(cut, Covariates.none());
        add(
            brief,
            DemandPattern.of(cut.head(length)),
            new SeriesContest(options, models, input, global)
                .testLocals(new RollingOrigin(1, length, origin.horizon())));
      }
    }
  }

  private static void add(OutlookTrainer trainer, DemandPattern pattern, TestedSeries tested) {
    if (pattern != DemandPattern.NONE && !tested.untested()) {
      trainer.add(pattern, tested.contestants(), tested.flat());
    }
  }

  private List<RollingOrigin> wholeTests(SeriesInput input) {
    return new ShortHistory(options, input.series()).wholeTests();
  }

  /** Returns at most {@link ForecastEngine#OUTLOOK_SAMPLE} of the series, evenly spread. */
  private static <T> List<T> sample(List<T> series) {
    int most = ForecastEngine.OUTLOOK_SAMPLE;
    int step = Math.max(1, (series.size() + most - 1) / most);
    List<T> sample = new ArrayList<>();
    for (int i = 0; i < series.size(); i += step) {
      sample.add(series.get(i));
    }
    return sample;
  }
}
