package org.demandwright.batch.plan;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.Clock;
import org.demandwright.app.plan.ComparePlans;
import org.demandwright.app.plan.PlanComparison;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Says where the version that this run published adds up to something else than what readers see of
 * other plans over the same days.
 */
@Named
@Dependent
public class TellPlansApart extends AbstractBatchlet {
  private static final String STEP = "compare-plans";

  private final VersionStore versions;
  private final ComparePlans plans;
  private final RunStore runs;
  private final Settings settings;
  private final JobContext job;
  private final Clock clock;

  @Inject
  TellPlansApart(
      VersionStore versions,
      ComparePlans plans,
      RunStore runs,
      Settings settings,
      JobContext job,
      Clock clock) {
    this.versions = versions;
    this.plans = plans;
    this.runs = runs;
    this.settings = settings;
    this.job = job;
    this.clock = clock;
  }

  @Override
  public String process() {
    versions
        .ofInstance(job.getInstanceId())
        .filter(VersionStore.Version::current)
        .ifPresent(
            version ->
                plans
                    .beyond(version, settings.publication().plansDifferPercent())
                    .forEach(this::tell));
    return RunStatus.COMPLETED.name();
  }

  private void tell(PlanComparison comparison) {
    Words words = comparison.words(settings.publication().plansDifferPercent());
    runs.message(job.getExecutionId(), STEP, words, clock.now());
  }
}
