package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
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
import org.demandwright.app.forecast.ContestRhythm;
import org.demandwright.app.forecast.FollowLinks;
import org.demandwright.app.intake.KnownDemand;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.Recipe;
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
  private static final String CONTEST_EVERY = "contestEvery";

  private final KnownDemand demand;
  private final IntakeRunStore intake;
  private final VersionStore versions;
  private final JobContext job;
  private final Clock clock;
  private final FixCalendar calendar;
  private final Settings settings;
  private final ForecastPlans plans;
  private final ContestRhythm rhythm;
  private final PlanAtWork plan;
  private final FollowLinks links;
  private final StepContext step;

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
      ForecastPlans plans,
      ContestRhythm rhythm,
      PlanAtWork plan,
      FollowLinks links,
      StepContext step) {
    this.demand = demand;
    this.intake = intake;
    this.versions = versions;
    this.job = job;
    this.clock = clock;
    this.calendar = calendar;
    this.settings = settings;
    this.plans = plans;
    this.rhythm = rhythm;
    this.plan = plan;
    this.links = links;
    this.step = step;
  }

  @Override
  public String process() {
    VersionStore.Version version = versions.ofInstance(job.getInstanceId()).orElseGet(this::open);
    calendar.of(version);
    links.fix(version);
    return RunStatus.COMPLETED.name();
  }

  /** What this run says of its forecasts; the plan says the rest. */
  private VersionStore.Version open() {
    Optional<Instant> knownAt = knownAt();
    AsOf known =
        demand.asOf(job.getInstanceId(), asOf, knownAt).orElseThrow(() -> noDemand("any day"));
    PlannedTerms planned =
        plans.terms(
            plan.name(), PlanSettings.of(bucketName, horizon, objective, models), known.totalsOf());
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
    Recipe recipe = recipe(planned.terms(), known, knownAt);
    if (knownAt.isEmpty()) {
      links.inherit(recipe);
    }
    Optional<VersionStore.Version> kept = rhythm.kept(recipe, planned.plan(), contestEvery());
    kept.ifPresent(
        base ->
            LOG.log(
                Level.INFO,
                "Models and weights are kept from version {0}: their contest knew demand before {1},"
                    + " the next one is due {2} days later",
                base.versionId(),
                base.lineage().contestDay(),
                contestEvery()));
    return versions.open(
        job.getInstanceId(),
        recipe,
        new VersionStore.Planned(planned.plan(), planned.differs()),
        kept.isPresent() ? Training.REFIT : Training.CONTEST,
        kept,
        clock.now());
  }

  /** Only a job that says so may do without a contest. */
  private int contestEvery() {
    String days = step.getProperties().getProperty(CONTEST_EVERY);
    if (days == null) {
      return 0;
    }
    return days.isBlank()
        ? plans.plan(plan.name()).rules().contestEveryDays()
        : Integer.parseInt(days);
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

  private Recipe recipe(PlanTerms terms, AsOf known, Optional<Instant> knownAt) {
    Bucket bucket = terms.bucket();
    LocalDate dataAsOf = known.day();
    LocalDate lastDemand =
        demand.lastDemand(known, knownAt).orElseThrow(() -> noDemand("" + known.day()));
    return new Recipe(
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
