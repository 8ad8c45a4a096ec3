package org.demandwright.app.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Allowed;
import org.demandwright.app.settings.ForecastSettings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;

/**
 * The parameters of the jobs: their names, what values they may have, what they are without one and
 * what they mean. Job XML, REST and pages are held to this list.
 */
public enum JobParameter {
  PLAN(
      "plan",
      JobValues.PLAN,
      "default; old versions are removed of every plan",
      "the plan for which forecasts are made, each with its own published version"),

  FRESH_HOURS(
      "freshHours",
      Allowed.between(0, 10_000),
      20,
      "the ERP is not read again where it was read by a run that began at most so many hours ago and"
          + " read all; 0 = read it in any case"),

  BUCKET(
      "bucket",
      Allowed.oneOf(Arrays.stream(Bucket.values()).map(Enum::name).toList()),
      "the plan's",
      "width of a period: DAY, WEEK, MONTH or QUARTER; a version with another than the plan's is a"
          + " draft"),

  HORIZON(
      "horizon",
      Allowed.between(1, ForecastSettings.MOST_PERIODS),
      "the plan's, else 28 days, 13 weeks, 6 months or 4 quarters",
      "periods that are forecast; with another number than the plan's, a draft"),

  AS_OF("asOf", JobValues.DAY, "where the data end", "the forecast knows demand before this day"),

  KNOWN_AT(
      "knownAt",
      JobValues.INSTANT,
      "now",
      "an instant such as 2026-01-31T02:30:00Z: the forecast sees lines as they were known then; it"
          + " is not published by itself"),

  PARTITIONS(
      "partitions",
      Allowed.between(1, 60),
      "number of processors",
      "partitions that train series at the same time"),

  CHUNK_SIZE(
      "chunkSize",
      Allowed.between(1, 100_000),
      4000,
      "sales lines read and written in one transaction"),

  LOOK_BACK_DAYS(
      "lookBackDays",
      Allowed.between(0, 10_000),
      3,
      "days before the last line read that are read again for late changes"),

  RELOAD(
      "reload",
      Allowed.YES_OR_NO,
      false,
      "true = read every line of every source again, not only what changed"),

  SOURCE(
      "source",
      JobValues.SOURCE,
      "all",
      "with reload: the source of which every line is read again; the others' stay as they are"),

  REPLAY_ONLY(
      "replayOnly",
      Allowed.YES_OR_NO,
      false,
      "true = read nothing new, only judge again what is in quarantine or whose item changed"),

  ORIGINS(
      "origins",
      Allowed.between(1, 20),
      EngineOptions.DEFAULT_ORIGINS,
      "rolling origins of the backtest"),

  SEED("seed", JobValues.ANY_NUMBER, EngineOptions.DEFAULT_SEED, "of everything that is random"),

  MODELS(
      "models",
      JobValues.MODELS,
      "the plan's, else the engine's own choice, see models.md",
      "contestants, separated by commas; with others than the plan's, a draft"),

  OBJECTIVE(
      "objective",
      Allowed.oneOf(Arrays.stream(Objective.values()).map(Objective::toString).toList()),
      "the plan's, else rmsse",
      "rmsse = the least error a series, mean = totals with less bias, cost = least cost of the"
          + " stock that is planned by it; with another than the plan's, a draft"),

  CONTEST_EVERY(
      "contestEvery",
      ForecastSettings.CONTEST_DAYS,
      "the plan's, else the configuration's, else 7",
      "days of demand from one contest of all models to the next; a night in between keeps its"
          + " models and weights; 0 = a contest now"),

  KEEP_VERSIONS(
      "keepVersions", Allowed.between(1, 10_000), 10, "newest versions of a plan that are kept");

  private final String parameter;
  private final Allowed<?> type;
  private final String byDefault;
  private final boolean fixed;
  private final String meaning;

  /** A parameter that is decided elsewhere where it is not given. */
  JobParameter(String parameter, Allowed<?> type, String otherwise, String meaning) {
    this(parameter, type, otherwise, false, meaning);
  }

  /** A parameter with a value of its own where it is not given. */
  JobParameter(String parameter, Allowed<?> type, Object value, String meaning) {
    this(parameter, type, String.valueOf(value), true, meaning);
  }

  JobParameter(String parameter, Allowed<?> type, String byDefault, boolean fixed, String meaning) {
    this.parameter = parameter;
    this.type = type;
    this.byDefault = byDefault;
    this.fixed = fixed;
    this.meaning = meaning;
  }

  Allowed<?> type() {
    return type;
  }

  /** Returns the name under which it is given. */
  public String parameter() {
    return parameter;
  }

  /** Returns what counts where it is not given, as a value or in words. */
  public String byDefault() {
    return byDefault;
  }

  /** Returns the value where it is not given; empty where something else decides then. */
  public Optional<String> value() {
    return Optional.of(byDefault).filter(value -> fixed);
  }

  /** Returns what values are allowed, such as "a whole number from 1 to 20". */
  public String allowed() {
    return type.words();
  }

  /** Returns one sentence with the unit. */
  public String meaning() {
    return meaning;
  }

  /** Returns a value as the jobs read it; refuses what is not allowed, saying what is. */
  String read(String given) {
    try {
      return String.valueOf(type.reader().apply(given));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Kind.INVALID, parameter + e.getMessage());
    }
  }

  /** Returns the parameter of a name; empty where there is none. */
  static Optional<JobParameter> named(String name) {
    return Stream.of(values()).filter(p -> p.parameter.equals(name)).findFirst();
  }

  static List<String> names(Collection<JobParameter> parameters) {
    return parameters.stream().map(JobParameter::parameter).toList();
  }
}
