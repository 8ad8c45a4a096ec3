package org.demandwright.app.run;

import static org.demandwright.app.run.JobParameter.AS_OF;
import static org.demandwright.app.run.JobParameter.BUCKET;
import static org.demandwright.app.run.JobParameter.CHUNK_SIZE;
import static org.demandwright.app.run.JobParameter.CONTEST_EVERY;
import static org.demandwright.app.run.JobParameter.FRESH_HOURS;
import static org.demandwright.app.run.JobParameter.HORIZON;
import static org.demandwright.app.run.JobParameter.KEEP_VERSIONS;
import static org.demandwright.app.run.JobParameter.KNOWN_AT;
import static org.demandwright.app.run.JobParameter.LOOK_BACK_DAYS;
import static org.demandwright.app.run.JobParameter.MODELS;
import static org.demandwright.app.run.JobParameter.OBJECTIVE;
import static org.demandwright.app.run.JobParameter.ORIGINS;
import static org.demandwright.app.run.JobParameter.PARTITIONS;
import static org.demandwright.app.run.JobParameter.PLAN;
import static org.demandwright.app.run.JobParameter.RELOAD;
import static org.demandwright.app.run.JobParameter.REPLAY_ONLY;
import static org.demandwright.app.run.JobParameter.SEED;
import static org.demandwright.app.run.JobParameter.SOURCE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.app.Refused;

/** The jobs that can be started and what their parameters mean. */
final class JobCatalog {
  private static final List<JobDescription> JOBS =
      List.of(
          new JobDescription(
              "nightly",
              "Reads what changed in the ERP, inspects the demand, trains and tests the models, publishes forecasts and"
                  + " removes old versions.",
              List.of(
                  PLAN,
                  BUCKET,
                  HORIZON,
                  AS_OF,
                  PARTITIONS,
                  CHUNK_SIZE,
                  LOOK_BACK_DAYS,
                  RELOAD,
                  SOURCE,
                  ORIGINS,
                  SEED,
                  MODELS,
                  OBJECTIVE,
                  CONTEST_EVERY,
                  KEEP_VERSIONS)),
          new JobDescription(
              "forecast-plan",
              "Does for a plan what the nightly job does, on the demand that was read for another"
                  + " plan before, if that is fresh.",
              List.of(
                  PLAN,
                  FRESH_HOURS,
                  BUCKET,
                  HORIZON,
                  AS_OF,
                  PARTITIONS,
                  CHUNK_SIZE,
                  LOOK_BACK_DAYS,
                  ORIGINS,
                  SEED,
                  MODELS,
                  OBJECTIVE,
                  CONTEST_EVERY,
                  KEEP_VERSIONS)),
          new JobDescription(
              "refresh-forecasts",
              "Reads what changed in the ERP and forecasts the series once more of which something"
                  + " else is known now, up to the day of the plan's published version and by its models.",
              List.of(PLAN, PARTITIONS, CHUNK_SIZE, LOOK_BACK_DAYS, KEEP_VERSIONS)),
          new JobDescription(
              "import-sales",
              "Reads the sales lines that changed in the ERP.",
              List.of(CHUNK_SIZE, LOOK_BACK_DAYS, RELOAD, SOURCE, REPLAY_ONLY)),
          new JobDescription(
              "inspect-demand",
              "Looks for what is wrong in the demand that was read: gaps, outliers, duplicates and"
                  + " the like.",
              List.of(BUCKET, AS_OF)),
          new JobDescription(
              "train-models",
              "Trains and tests the models on the lines that were read; publishes nothing.",
              List.of(
                  PLAN,
                  BUCKET,
                  HORIZON,
                  AS_OF,
                  KNOWN_AT,
                  PARTITIONS,
                  ORIGINS,
                  SEED,
                  MODELS,
                  OBJECTIVE)),
          new JobDescription(
              "publish-forecasts",
              "Publishes the version of a plan that was trained last.",
              List.of(PLAN)),
          new JobDescription(
              "decide",
              "Plans the stock of each item at each site on the published version of a plan.",
              List.of(PLAN)),
          new JobDescription(
              "purge-history", "Removes old versions.", List.of(PLAN, KEEP_VERSIONS)),
          new JobDescription(
              "erase-customers",
              "Puts pseudonyms in the place of the codes of customers that are to be erased.",
              List.of()));

  private JobCatalog() {}

  static List<JobDescription> jobs() {
    return JOBS;
  }

  /** Returns whether a job is one of those that can be started. */
  static boolean holds(String job) {
    return JOBS.stream().anyMatch(known -> known.name().equals(job));
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
    List<String> known = JobParameter.names(description.parameters());
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
    return name.equals(KNOWN_AT.parameter()) && List.of("nightly", "forecast-plan").contains(job)
        ? ". This job reads the ERP first and forecasts from what is known then: start"
            + " train-models with knownAt instead"
        : "";
  }

  /** Returns a value as the jobs read it; refuses what is not allowed, saying what is. */
  static String valid(String name, String value) {
    return JobParameter.named(name).map(p -> p.read(value)).orElse(value);
  }
}
