package org.demandwright.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.ModelNames;
import org.demandwright.core.model.Objective;
import org.demandwright.core.model.WekaModels;
import org.demandwright.core.pipeline.PlanSettings;
import org.eclipse.microprofile.config.Config;

/**
 * By what the nights forecast.
 *
 * @param plan as far as nothing was made the plan's own; what is not set is left to the source and
 *     the engine
 * @param wekaModels further pooled models of any regressor of Weka that compete by default, as
 *     {@code Id=scheme options}
 * @param contestEveryDays days of demand from one contest of all models to the next
 */
public record ForecastSettings(PlanSettings plan, List<String> wekaModels, int contestEveryDays) {
  /** The longest horizon that can be asked for. */
  public static final int MOST_PERIODS = 400;

  /** How many days may lie between two contests. */
  public static final Allowed<Integer> CONTEST_DAYS = Allowed.between(0, 1000);

  private static final Setting<Optional<Bucket>> BUCKET =
      Setting.open(
          "dw.forecast.bucket",
          "the source's",
          "",
          Allowed.parsed(
              "one of " + List.of(Bucket.values()),
              text -> Bucket.valueOf(text.toUpperCase(Locale.ROOT))),
          "what scheduled runs forecast, see [Plans](#plans): width of a period");

  private static final Setting<Optional<Integer>> HORIZON =
      Setting.open(
          "dw.forecast.horizon",
          "28 days, 13 weeks, 6 months, 4 quarters",
          "periods",
          Allowed.between(1, MOST_PERIODS),
          "how far they forecast");

  private static final Setting<Optional<List<String>>> MODELS =
      Setting.open(
          "dw.forecast.models",
          "the engine's",
          "",
          new Allowed<>("names of [models](models.md), separated by commas", ModelNames::parse),
          "contestants, as the job parameter `models` takes them");

  private static final Setting<Optional<Objective>> OBJECTIVE =
      Setting.open(
          "dw.forecast.objective",
          "`rmsse`",
          "",
          Allowed.parsed("one of " + List.of(Objective.values()), Objective::named),
          "what forecasts are to be good at: `rmsse` = the least scaled error of each series, with"
              + " totals somewhat too low; `mean` = totals with less bias, for replenishment, at"
              + " some more error (figures in [models](models.md)); `cost` = models are chosen by the"
              + " errors of totals over one to four periods, which is what stock costs that is planned"
              + " by them ([why](decisions/058-what-was-forecast-and-ordered-is-replayed.md))");

  private static final Setting<List<String>> WEKA =
      Setting.of(
          "dw.models.weka",
          "",
          "",
          new Allowed<>("`Id=scheme options`, separated by commas", WekaModels::parse),
          "further pooled models of any Weka regressor that compete with the others, such as"
              + " `Tree=weka.classifiers.trees.M5P -M 20`. The job parameter `models` and the bench"
              + " take such entries too");

  private static final Setting<Integer> CONTEST_EVERY_DAYS =
      Setting.of(
          "dw.forecast.contest-every-days",
          "7",
          "days",
          CONTEST_DAYS,
          "days of demand from one contest of all models to the next; the nights in between keep its"
              + " models and weights and take a fraction of its time (figures in"
              + " [performance](performance.md)); `1` = a contest for each new day, `0` = every time");

  static final Concern CONCERN =
      new Concern(
          "Forecast", List.of(BUCKET, HORIZON, MODELS, OBJECTIVE, WEKA, CONTEST_EVERY_DAYS));

  public ForecastSettings {
    wekaModels = List.copyOf(wekaModels);
  }

  static ForecastSettings in(Config config) {
    return new ForecastSettings(
        new PlanSettings(
            BUCKET.in(config),
            HORIZON.in(config),
            OBJECTIVE.in(config),
            MODELS.in(config).orElse(List.of())),
        WEKA.in(config),
        CONTEST_EVERY_DAYS.in(config));
  }
}
