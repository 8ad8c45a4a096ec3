package org.demandwright.app.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.app.Settings;
import org.demandwright.app.run.JobDescription.Parameter;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.ModelNames;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;

/** The jobs that can be started and what their parameters mean. */
final class JobCatalog {
  private static final Parameter CHUNK =
      new Parameter("chunkSize", "4000", "sales lines read and written in one transaction");
  private static final Parameter LOOK_BACK =
      new Parameter(
          "lookBackDays",
          "3",
          "days before the last line read that are read again for late changes");
  private static final Parameter RELOAD =
      new Parameter(
          "reload", "false", "true = read every line of the ERP again, not only what changed");
  private static final Parameter REPLAY_ONLY =
      new Parameter(
          "replayOnly",
          "false",
          "true = read nothing new, only judge again what is in quarantine or whose item changed");
  private static final Parameter BUCKET =
      new Parameter(
          "bucket",
          "the plan's",
          "width of a period: DAY, WEEK, MONTH or QUARTER; a version with another than the plan's is"
              + " a draft");
  private static final Parameter HORIZON =
      new Parameter(
          "horizon",
          "the plan's, else 28 days, 13 weeks, 6 months or 4 quarters",
          "periods that are forecast; with another number than the plan's, a draft");
  private static final Parameter AS_OF =
      new Parameter("asOf", "where the data end", "the forecast knows demand before this day");
  private static final Parameter KNOWN_AT =
      new Parameter(
          "knownAt",
          "now",
          "an instant such as 2026-01-31T02:30:00Z: the forecast sees lines as they were known"
              + " then; it is not published by itself");
  private static final Parameter ORIGINS =
      new Parameter(
          "origins",
          String.valueOf(EngineOptions.DEFAULT_ORIGINS),
          "rolling origins of the backtest");
  private static final Parameter SEED =
      new Parameter(
          "seed", String.valueOf(EngineOptions.DEFAULT_SEED), "of everything that is random");
  private static final Parameter MODELS =
      new Parameter(
          "models",
          "the plan's, else the engine's own choice, see models.md",
          "contestants, separated by commas; with others than the plan's, a draft");
  private static final Parameter OBJECTIVE =
      new Parameter(
          "objective",
          "the plan's, else rmsse",
          "rmsse = the least error a series, mean = totals with less bias; with another than the"
              + " plan's, a draft");
  private static final Parameter PARTITIONS =
      new Parameter(
          "partitions", "number of processors", "partitions that train series at the same time");
  private static final Parameter KEEP =
      new Parameter("keepVersions", "10", "newest versions that are kept");

  private static final List<JobDescription> JOBS =
      List.of(
          new JobDescription(
              "nightly",
              "Reads what changed in the ERP, inspects the demand, trains and tests the models, publishes forecasts and"
                  + " removes old versions.",
              List.of(
                  BUCKET,
                  HORIZON,
                  AS_OF,
                  PARTITIONS,
                  CHUNK,
                  LOOK_BACK,
                  RELOAD,
                  ORIGINS,
                  SEED,
                  MODELS,
                  OBJECTIVE,
                  KEEP)),
          new JobDescription(
              "import-sales",
              "Reads the sales lines that changed in the ERP.",
              List.of(CHUNK, LOOK_BACK, RELOAD, REPLAY_ONLY)),
          new JobDescription(
              "inspect-demand",
              "Looks for what is wrong in the demand that was read: gaps, outliers, duplicates and"
                  + " the like.",
              List.of(BUCKET, AS_OF)),
          new JobDescription(
              "train-models",
              "Trains and tests the models on the lines that were read; publishes nothing.",
              List.of(
                  BUCKET, HORIZON, AS_OF, KNOWN_AT, PARTITIONS, ORIGINS, SEED, MODELS, OBJECTIVE)),
          new JobDescription(
              "publish-forecasts", "Publishes the version that was trained last.", List.of()),
          new JobDescription("purge-history", "Removes old versions.", List.of(KEEP)));

  private JobCatalog() {}

  static List<JobDescription> jobs() {
    return JOBS;
  }

  /**
   * Checks what a caller gave and fills in what a restart must not decide anew.
   *
   * @return parameters as the job's XML reads them
   */
  static Map<String, String> check(String job, Map<String, String> given, int processors) {
    JobDescription description =
        JOBS.stream()
            .filter(j -> j.name().equals(job))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.INVALID,
                        "There is no job '"
                            + job
                            + "'; there are "
                            + String.join(", ", JOBS.stream().map(JobDescription::name).toList())));
    List<String> known = description.parameters().stream().map(Parameter::name).toList();
    Map<String, String> checked = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw new Refused(
                Refused.Kind.INVALID,
                "Job %s has no parameter '%s'; it has %s%s"
                    .formatted(job, name, known, advice(job, name)));
          }
          if (value != null && !value.isBlank()) {
            checked.put(name, valid(name, value.trim()));
          }
        });
    if (known.contains("partitions")) {
      checked.putIfAbsent("partitions", String.valueOf(processors));
    }
    return checked;
  }

  private static String advice(String job, String name) {
    return name.equals(KNOWN_AT.name()) && job.equals("nightly")
        ? ". The nightly job reads the ERP first and forecasts from what is known then: start"
            + " train-models with knownAt instead"
        : "";
  }

  /** Returns a value as the jobs read it; refuses what is not allowed, saying what is. */
  static String valid(String name, String value) {
    return switch (name) {
      case "bucket" -> oneOf(name, value, Arrays.stream(Bucket.values()).map(Enum::name).toList());
      case "reload", "replayOnly" -> oneOf(name, value, List.of("true", "false"));
      case "asOf" -> day(name, value);
      case "knownAt" -> instant(name, value);
      case "chunkSize" -> number(name, value, 1, 100_000);
      case "partitions" -> number(name, value, 1, 60);
      case "horizon" -> number(name, value, 1, Settings.MOST_PERIODS);
      case "origins" -> number(name, value, 1, 20);
      case "lookBackDays" -> number(name, value, 0, 10_000);
      case "keepVersions" -> number(name, value, 1, 10_000);
      case "seed" -> number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case "models" -> models(value);
      case "objective" ->
          oneOf(name, value, Arrays.stream(Objective.values()).map(Objective::toString).toList());
      default -> value;
    };
  }

  private static String oneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new Refused(
          Refused.Kind.INVALID, name + " is '" + value + "'; it must be one of " + allowed);
    }
    return value;
  }

  private static String number(String name, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new Refused(
        Refused.Kind.INVALID,
        name + " is '" + value + "'; it must be a whole number from " + least + " to " + most);
  }

  private static String day(String name, String value) {
    try {
      return LocalDate.parse(value).toString();
    } catch (DateTimeParseException e) {
      throw new Refused(
          Refused.Kind.INVALID, name + " is '" + value + "'; it must be a day such as 2026-01-31");
    }
  }

  private static String instant(String name, String value) {
    try {
      return Instant.parse(value).toString();
    } catch (DateTimeParseException e) {
      throw new Refused(
          Refused.Kind.INVALID,
          name + " is '" + value + "'; it must be an instant such as 2026-01-31T02:30:00Z");
    }
  }

  private static String models(String value) {
    try {
      return String.join(",", ModelNames.parse(value));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Kind.INVALID, "models" + e.getMessage());
    }
  }
}
