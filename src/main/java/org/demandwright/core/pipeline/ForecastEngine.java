package org.demandwright.core.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.SilenceRule;
import org.demandwright.core.evaluate.SilenceTrainer;
import org.demandwright.core.evaluate.SiteActivity;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.LinearLearner;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;

/**
 * The forecasting engine: clean → contest → refit → weigh → forecast, as pure functions that the
 * nightly job and the benchmarks both call. The result depends on the data and the {@link
 * EngineOptions} alone, never on the order of the series, on threads or on partitions; one engine
 * may be used by several threads.
 *
 * <p>A run has four parts: {@link #trainGlobal} once per origin over all series, {@link #outlook}
 * once over a sample of them, {@link #contest} once per series, {@link #calibrate} once over all
 * results; then {@link #bands} per series.
 */
public final class ForecastEngine {
  /** Series from which is learned which model does well on which kind of series. */
  public static final int OUTLOOK_SAMPLE = 300;

  private final EngineOptions options;
  private final Contestants models;
  private final LinearLearner learner = LinearLearner.load();

  /** An engine with the contestants that the options name, of the models installed. */
  public ForecastEngine(EngineOptions options) {
    this(options, ModelCatalog.load().with(options.models()));
  }

  /** An engine with the contestants that the options name; throws if the catalog lacks one. */
  public ForecastEngine(EngineOptions options, ModelCatalog catalog) {
    this.options = options;
    this.models = Contestants.of(options, catalog);
  }

  /**
   * Trains every global contestant on the panel as known at one origin.
   *
   * @param panel in any order; all series must end at the same final origin
   * @param origin 0 = the final origin, 1 … {@link EngineOptions#origins()} = backtest origins
   * @return by model id; a model that learned nothing says why
   */
  public Map<String, Outcome<GlobalFit>> trainGlobal(List<SeriesInput> panel, int origin) {
    TrainingPanel histories = TrainingPanel.of(histories(panel, options.periodsBack(origin)));
    Map<String, Outcome<GlobalFit>> fits = new LinkedHashMap<>();
    for (String id : models.ids()) {
      GlobalModel model = models.global().get(id);
      if (model != null) {
        fits.put(id, train(model, options.spec(id), histories));
      }
    }
    return fits;
  }

  /**
   * Restores what a global contestant learned from the text that {@link GlobalFit#state()} gave.
   */
  public GlobalFit restore(String modelId, String state) {
    return models.global().get(modelId).restore(options.spec(modelId), state);
  }

  /**
   * Learns what is to be expected of the contestants, from the contests of at most {@link
   * #OUTLOOK_SAMPLE} series that are long enough for whole tests and as many short ones, each
   * evenly spread over the panel in key order.
   *
   * @param panel in any order
   * @param global for each origin 0 … origins the fits of {@link #trainGlobal}
   */
  public PanelOutlook outlook(
      List<SeriesInput> panel, List<Map<String, Outcome<GlobalFit>>> global) {
    Panel all = Panel.of(panel);
    return new PanelTests(options, models, all, global).outlook(learner, silence(all));
  }

  /**
   * Learns from the backtest origins when a silence means the end.
   *
   * @param panel in any order; all series must end at the same final origin
   */
  public SilenceRule silence(List<SeriesInput> panel) {
    SilenceTrainer trainer = new SilenceTrainer();
    for (int back : options.periodsBack()) {
      SiteActivity then = activity(panel, back);
      for (SeriesInput input : panel) {
        DemandSeries series = input.series();
        trainer.replay(series, series.size() - back, options.horizon(), then);
      }
    }
    return trainer.rule(activity(panel, 0));
  }

  /**
   * Returns how much of each site's assortment sold up to the final origin.
   *
   * @param panel in any order; all series must end at the same final origin
   */
  public SiteActivity activity(List<SeriesInput> panel) {
    return activity(panel, 0);
  }

  private SiteActivity activity(List<SeriesInput> panel, int back) {
    return SiteActivity.of(
        panel.stream()
            .map(SeriesInput::series)
            .filter(s -> s.size() > back)
            .map(s -> s.head(s.size() - back)),
        options.bucket().year());
  }

  /**
   * Cleans, tests, chooses and forecasts one series by its own errors alone.
   *
   * @param global for each origin 0 … origins the fits of {@link #trainGlobal}
   */
  public Outcome<SeriesResult> contest(
      SeriesInput input, List<Map<String, Outcome<GlobalFit>>> global) {
    return contest(input, global, PanelOutlook.none());
  }

  /**
   * Cleans, tests, chooses and forecasts one series.
   *
   * @param global for each origin 0 … origins the fits of {@link #trainGlobal}
   * @param outlook what {@link #outlook} learned about the contestants
   * @return the result, or NO_DEMAND for a series in which nothing was ever sold, or the reason why
   *     no contestant could be fitted to the whole history
   */
  public Outcome<SeriesResult> contest(
      SeriesInput input, List<Map<String, Outcome<GlobalFit>>> global, PanelOutlook outlook) {
    return choice(input, global).flatMap(choice -> choice.choose(outlook));
  }

  /**
   * Forecasts one series from its newest demand by the models and weights that an earlier contest
   * chose, which are fitted to it anew; nothing is tested. A choice that does not hold for the
   * series any more, because one of its models cannot be fitted or it was too short to be tested in
   * full, is made anew by a contest.
   *
   * @param global for each origin 0 … origins the fits of the global contestants, as the earlier
   *     contest trained them
   * @param outlook what was learned about the contestants then
   * @param kept what was decided then
   */
  public Outcome<SeriesResult> refit(
      SeriesInput input,
      List<Map<String, Outcome<GlobalFit>>> global,
      PanelOutlook outlook,
      KeptContest kept) {
    return choice(input, global).flatMap(choice -> choice.keep(kept, outlook));
  }

  private Outcome<SeriesChoice> choice(
      SeriesInput input, List<Map<String, Outcome<GlobalFit>>> global) {
    if (DemandPattern.of(input.series()) == DemandPattern.NONE) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          Words.of("failure.no-demand", input.series().key(), input.series().size()));
    }
    if (global.size() != options.origins() + 1) {
      throw new IllegalArgumentException(
          "global fits for %d origins, but %d origins and the final one are tested"
              .formatted(global.size(), options.origins()));
    }
    SeriesContest contest = new SeriesContest(options, models, input, global);
    return Outcome.ok(new SeriesChoice(options, input, contest));
  }

  /**
   * Proves on a sample of the panel that nothing after an origin was seen, see {@link LeakAudit}.
   *
   * @param panel in any order; all series must end at the same final origin
   */
  public LeakReport audit(List<SeriesInput> panel) {
    return new LeakAudit(options, models, this, Panel.of(panel)).run();
  }

  /**
   * Pools the backtest residuals of all series by demand class and step.
   *
   * @param samples in any order, see {@link CalibrationSample#of}
   */
  public Calibration calibrate(List<CalibrationSample> samples) {
    return new Calibrator(options.horizon(), samples).calibrate();
  }

  /**
   * Puts bands around the forecast of one series, and tells how its totals are distributed; these
   * never fall from step to step. What is less than dust of the series' scale is zero, see {@link
   * Quantity}.
   *
   * @param shape how its band differs from the one of its class
   * @param mean per step, the first of which is {@code origin}
   */
  public BandedForecast bands(
      DemandPattern pattern,
      double scale,
      BandShape shape,
      DoubleVector mean,
      Period origin,
      Calibration calibration) {
    return new Banding(pattern, scale, shape, calibration).bands(mean, origin);
  }

  /** Does so with the result of a contest; the forecast begins where the history ends. */
  public BandedForecast bands(SeriesResult result, Calibration calibration) {
    return bands(
        result.pattern(),
        result.scale(),
        result.shape(),
        result.mean(),
        result.cleaned().end(),
        calibration);
  }

  private Outcome<GlobalFit> train(GlobalModel model, ModelSpec spec, TrainingPanel histories) {
    return histories.size() == 0
        ? Outcome.failed(Failure.Reason.SHORT_HISTORY, Words.of("failure.short.panel"))
        : model.train(spec, histories, options.horizon());
  }

  /** Returns the series that had demand so many periods ago as they were then. */
  private Stream<History> histories(List<SeriesInput> panel, int back) {
    return panel.stream()
        .filter(input -> input.soldBy(input.series().size() - back))
        .map(input -> SeriesContest.history(input, input.series().size() - back, options.season()));
  }
}
