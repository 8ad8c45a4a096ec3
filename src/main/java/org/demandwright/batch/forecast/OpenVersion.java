package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.intake.KnownDemand;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.run.RunDayStore.AsOf;
import org.demandwright.store.run.RunStatus;

/**
 * Opens the version that this run builds and fixes everything that decides about its numbers: the
 * day up to which demand is known, bucket, horizon, seed, contestants and calendar.
 */
@Named
@Dependent
public class OpenVersion extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(OpenVersion.class.getName());
  private static final int MOST_TEXT = 1000;

  private final KnownDemand demand;
  private final IntakeRunStore intake;
  private final VersionStore versions;
  private final JobContext job;
  private final Clock clock;
  private final FixCalendar calendar;
  private final Settings settings;
  private final ForecastPlans plans;

  @Inject
  @BatchProperty(name = "bucket")
  String bucketName;

  @Inject
  @BatchProperty(name = "horizon")
  String horizon;

  @Inject
  @BatchProperty(name = "origins")
  int origins;

  @Inject
  @BatchProperty(name = "seed")
  long seed;

  @Inject
  @BatchProperty(name = "models")
  String models;

  @Inject
  @BatchProperty(name = "objective")
  String objective;

  @Inject
  @BatchProperty(name = "asOf")
  String asOf;

  @Inject
  @BatchProperty(name = "knownAt")
  String knownAtText;

  @Inject
  OpenVersion(
      KnownDemand demand,
      IntakeRunStore intake,
      VersionStore versions,
      JobContext job,
      Clock clock,
      FixCalendar calendar,
      Settings settings,
      ForecastPlans plans) {
    this.demand = demand;
    this.intake = intake;
    this.versions = versions;
    this.job = job;
    this.clock = clock;
    this.calendar = calendar;
    this.settings = settings;
    this.plans = plans;
  }

  @Override
  public String process() {
    VersionStore.Version version = versions.ofInstance(job.getInstanceId()).orElseGet(this::open);
    calendar.of(version);
    return RunStatus.COMPLETED.name();
  }

  /** What this run says of its forecasts; the plan says the rest. */
  private VersionStore.Version open() {
    Optional<Instant> knownAt = knownAt();
    AsOf known =
        demand.asOf(job.getInstanceId(), asOf, knownAt).orElseThrow(() -> noDemand("any day"));
    PlannedTerms planned =
        plans.terms(PlanSettings.of(bucketName, horizon, objective, models), known.totalsOf());
    known
        .totalsOf()
        .ifPresent(
            period ->
                LOG.log(
                    Level.INFO,
                    "The source books totals of a {0}: its first and last {0} are whole, and demand"
                        + " is known before {1}; the version is made in periods of {2}",
                    period,
                    known.day(),
                    planned.terms().bucket()));
    return versions.open(
        job.getInstanceId(),
        recipe(planned.terms(), known, knownAt),
        new VersionStore.Planned(planned.plan(), planned.differs()),
        clock.now());
  }

  private static String recipeText(List<String> contestants) {
    String text = String.join(",", contestants);
    if (text.length() > MOST_TEXT) {
      throw new JobFailure(
          "The contestants take %d characters, at most %d can be kept with a version; name fewer"
              .formatted(text.length(), MOST_TEXT));
    }
    return text;
  }

  private VersionStore.Recipe recipe(PlanTerms terms, AsOf known, Optional<Instant> knownAt) {
    Bucket bucket = terms.bucket();
    LocalDate dataAsOf = known.day();
    LocalDate lastDemand =
        demand.lastDemand(known, knownAt).orElseThrow(() -> noDemand("" + known.day()));
    return new VersionStore.Recipe(
        bucket,
        bucket.season(),
        terms.horizon(),
        origins,
        seed,
        recipeText(terms.models()),
        terms.objective().toString(),
        dataAsOf,
        lastDemand,
        Period.of(bucket, dataAsOf).start(),
        knownAt,
        settings.intake().returns(),
        known.totalsOf());
  }

  private static JobFailure noDemand(String before) {
    return new JobFailure(
        "There is no demand before "
            + before
            + ": every line read is excluded, quarantined or later. Look at the exclusions and the"
            + " quarantine, or choose a later asOf.");
  }

  private Optional<Instant> knownAt() {
    if (knownAtText == null || knownAtText.isBlank()) {
      return Optional.empty();
    }
    Instant wanted = Instant.parse(knownAtText);
    Optional<Instant> first = intake.firstKnown();
    if (first.isEmpty() || wanted.isBefore(first.get())) {
      throw new JobFailure(
          "knownAt is %s, but nothing was known before the first import%s; choose a later instant"
              .formatted(wanted, first.map(t -> " of " + t).orElse("")));
    }
    if (wanted.isAfter(clock.now())) {
      throw new JobFailure(
          ("knownAt is %s, which is still to come: what will be known then may yet change. Leave it"
                  + " out to forecast from what is known now")
              .formatted(wanted));
    }
    return Optional.of(wanted);
  }
}
