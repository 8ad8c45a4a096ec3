package org.demandwright.batch.forecast;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.forecast.FollowLinks;
import org.demandwright.app.intake.KnownDemand;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunDayStore.AsOf;
import org.demandwright.store.run.RunStatus;

/**
 * Opens a version that knows up to the same day what readers of its plan see now, with all that has
 * come to be known of it since: late, changed and corrected lines.
 */
@Named
@Dependent
public class OpenRefresh extends AbstractBatchlet {
  private final KnownDemand demand;
  private final VersionStore versions;
  private final JobContext job;
  private final Clock clock;
  private final FixCalendar calendar;
  private final ForecastPlans plans;
  private final PlanAtWork plan;
  private final FollowLinks links;

  @Inject
  OpenRefresh(
      KnownDemand demand,
      VersionStore versions,
      JobContext job,
      Clock clock,
      FixCalendar calendar,
      ForecastPlans plans,
      PlanAtWork plan,
      FollowLinks links) {
    this.demand = demand;
    this.versions = versions;
    this.job = job;
    this.clock = clock;
    this.calendar = calendar;
    this.plans = plans;
    this.plan = plan;
    this.links = links;
  }

  @Override
  public String process() {
    VersionStore.Version version = versions.ofInstance(job.getInstanceId()).orElseGet(this::open);
    calendar.of(version);
    links.fix(version);
    return RunStatus.COMPLETED.name();
  }

  private VersionStore.Version open() {
    VersionStore.Version shown =
        versions
            .publication(plan.name())
            .flatMap(p -> versions.find(p.versionId()))
            .orElseThrow(
                () ->
                    new JobFailure(
                        ("Plan %s has no published version to refresh. Run nightly first; it"
                                + " makes one by a contest of all models.")
                            .formatted(plan.name())));
    Recipe before = shown.recipe();
    LocalDate last =
        demand
            .lastDemand(new AsOf(before.dataAsOf(), before.totalsOf()), Optional.empty())
            .orElseThrow(
                () ->
                    new JobFailure(
                        ("There is no demand left before %s, up to which version %d knows it. Look"
                                + " at the exclusions and the quarantine")
                            .formatted(before.dataAsOf(), shown.versionId())));
    PlannedTerms planned =
        plans.terms(
            plan.name(),
            before.terms().settings(EnumSet.allOf(PlanSetting.class)),
            before.totalsOf());
    Recipe recipe = before.knownNow(last);
    links.inherit(recipe);
    return versions.open(
        job.getInstanceId(),
        recipe,
        new VersionStore.Planned(planned.plan(), planned.differs()),
        Training.REFRESH,
        Optional.of(shown),
        clock.now());
  }
}
