package org.demandwright.batch.forecast;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.demandwright.store.run.PlanStore;

/** The plan that a running job is about: the job's property of that name. */
@Dependent
public class PlanAtWork {
  private static final String PLAN = "plan";

  private final JobContext job;

  @Inject
  PlanAtWork(JobContext job) {
    this.job = job;
  }

  /** Returns the name that the job was told, empty where it was told none. */
  Optional<String> told() {
    return Optional.ofNullable(job.getProperties())
        .map(properties -> properties.getProperty(PLAN))
        .filter(plan -> !plan.isBlank());
  }

  /** Returns the name of the plan for which the job makes forecasts. */
  String name() {
    return told().orElse(PlanStore.DEFAULT);
  }
}
